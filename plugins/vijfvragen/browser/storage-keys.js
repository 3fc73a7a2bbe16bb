// The one list of what the site keeps in a browser. The privacy page is made from it (plain JSON
// after the `=`), and storage.js refuses every key of ours that is not on it. Each name stands
// behind the site's base path and a dot; `*` is any id. What is a `child`'s goes when somebody else
// begins; what is of the `class` or the `teacher` stays then. Pages that keep it can erase it too.
export const STORAGE_KEYS = [
  {
    "name": "vv1.quiz.*",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "child",
    "what": "The answers chosen in a quiz, and where you were",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.last",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "child",
    "what": "Which quiz you did last",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.text.*",
    "area": "session",
    "owner": "vijfvragen",
    "whose": "child",
    "what": "What you typed in a quiz",
    "until": "Until you close the tab"
  },
  {
    "name": "vv1.reading",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "child",
    "what": "How you like to read",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.assigned.*",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "class",
    "what": "The answers chosen in an assignment, by class number, and the last code with when it was made",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.turn",
    "area": "session",
    "owner": "vijfvragen",
    "whose": "child",
    "what": "Which class number is working on an assignment in this tab",
    "until": "Until you close the tab"
  },
  {
    "name": "vv1.teacher.*",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "teacher",
    "what": "The key that results are opened with",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.result.*",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "teacher",
    "what": "The results that were read, by class number",
    "until": "Until you erase it"
  },
  {
    "name": "vv1.unread",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "teacher",
    "what": "Codes that are not read yet",
    "until": "Until they are read, or you erase them"
  },
  {
    "name": "vv1.class",
    "area": "local",
    "owner": "vijfvragen",
    "whose": "teacher",
    "what": "Which class numbers the class has",
    "until": "Until you erase it"
  },
  {
    "name": "__palette",
    "area": "local",
    "owner": "theme",
    "whose": "child",
    "what": "Whether the colours are light or dark",
    "until": "Until you erase it"
  }
];
