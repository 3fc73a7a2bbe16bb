// The one list of what the site keeps in a browser. The privacy page is made from it (plain JSON
// after the `=`), and storage.js refuses every key of ours that is not on it. Each name stands
// behind the site's base path and a dot; `*` is any id.
export const STORAGE_KEYS = [
  {
    "name": "vv1.quiz.*",
    "area": "local",
    "owner": "vijfvragen",
    "what": "The answers chosen in a quiz, and where you were",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.last",
    "area": "local",
    "owner": "vijfvragen",
    "what": "Which quiz you did last",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.text.*",
    "area": "session",
    "owner": "vijfvragen",
    "what": "What you typed in a quiz",
    "until": "Until you close the tab"
  },
  {
    "name": "vv1.reading",
    "area": "local",
    "owner": "vijfvragen",
    "what": "How you like to read",
    "until": "Until you erase it"
  },
  {
    "name": "__palette",
    "area": "local",
    "owner": "theme",
    "what": "Whether the colours are light or dark",
    "until": "Until you erase it"
  }
];
