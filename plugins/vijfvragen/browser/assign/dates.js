// Days and times as a person of this page's language says them.

const language = () => document.documentElement.lang || "nl";
const say = (date, options) => new Intl.DateTimeFormat(language(), options).format(date);

/** A date as "2026-11-27" in words: "vrijdag 27 november". */
export const sayDay = (date) => say(new Date(`${date}T12:00`), { weekday: "long", day: "numeric", month: "long" });

/** A moment, in seconds since 1970, in words: "vrijdag 27 november 10:12". */
export const sayMoment = (seconds) => `${sayDay(dayAt(seconds))} ${sayTime(seconds)}`;

/** The time of such a moment: "10:12". */
export const sayTime = (seconds) => say(new Date(seconds * 1000), { hour: "2-digit", minute: "2-digit" });

/** A number of at most two digits, as two. */
export const two = (number) => String(number).padStart(2, "0");

/** The date, as "2026-11-27", that it was here at a moment in seconds since 1970. */
export function dayAt(seconds) {
  const date = new Date(seconds * 1000);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whether a moment is after the day `due`, if there is one. */
export const isLate = (seconds, due) => Boolean(due) && dayAt(seconds) > due;

/** Now, in seconds since 1970. */
export const now = () => Math.floor(Date.now() / 1000);
