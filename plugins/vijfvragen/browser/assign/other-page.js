// Parts of other pages of this site, to show them here.

/**
 * The parts of a page that a selector finds, ready to be put into this page: their links and images
 * lead where they led. Throws when the page cannot be had.
 */
export async function partsOf(href, selector) {
  const address = new URL(href, document.baseURI);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll(selector)].map((part) => {
    for (const name of ["href", "src"]) {
      for (const found of [part, ...part.querySelectorAll(`[${name}]`)]) {
        const value = found.getAttribute(name);
        if (value && !value.startsWith("#")) found.setAttribute(name, new URL(value, address).href);
      }
    }
    return document.importNode(part, true);
  });
}
