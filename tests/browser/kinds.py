"""One page of every kind that the site has."""

from __future__ import annotations

from student import QUIZ

LESSON = "leerlingen/groep-5-6/jouw-foto/"
CHECK_POST = "leerlingen/check-je-bericht/"
PROGRESS = "leerlingen/voortgang/"
GLOSSARY = "leerlingen/woordenboek/"
GUIDANCE = "ouders/fotos-en-filmpjes-eerst-vragen/"
FOR_PARENTS = "ouders/wat-leerde-mijn-kind/groep-5-6/jouw-foto/"
ASSIGN = "leerkrachten/klaarzetten/"
RESULTS = "leerkrachten/resultaten/"
ASSIGNED = "leerlingen/opdracht/"
ASSIGNMENT = (
    f"{ASSIGNED}#v1.g56-jouw-foto.g56-herhaling-1"
    ".AAZWKN_m-uAAABRKb3V3IGZvdG8sIG1pam4gZm90bwA.3hXpZg"
)
"""Two quizzes to practise, without results; version 1 of the link, which stays readable."""
PRIVACY = "over/privacy/"
MISSING = "leerlingen/een/heel/diep/pad/"
"""An address that does not exist."""

CHILDREN = {
    "home": "",
    "students": "leerlingen/",
    "grade": "leerlingen/groep-5-6/",
    "lesson": LESSON,
    "quiz": QUIZ,
    "lesson of 7–8": "leerlingen/groep-7-8/van-wie-is-dit-beeld/",
    "quiz of 7–8": "leerlingen/groep-7-8/van-wie-is-dit-beeld/quiz/",
    "check of a message": CHECK_POST,
    "progress": PROGRESS,
    "assignment": ASSIGNMENT,
    "glossary": GLOSSARY,
}
"""Pages that a child is meant to use without help."""

KINDS = {
    **CHILDREN,
    "parents": "ouders/",
    "guidance": GUIDANCE,
    "what my child learned": FOR_PARENTS,
    "what my child learned, all lessons": "ouders/wat-leerde-mijn-kind/",
    "teachers": "leerkrachten/",
    "coverage": "leerkrachten/dekking/",
    "what comes back": "leerkrachten/wat-komt-terug/",
    "setting ready": ASSIGN,
    "results": RESULTS,
    "guidance for teachers": "leerkrachten/zo-werk-je-met-de-lessen/",
    "guidance with a checklist": "leerkrachten/jouw-rol-online-tijdens-je-werk/",
    "year plan": "leerkrachten/jaarplan/",
    "plans": "leerkrachten/lessen/",
    "plan": "leerkrachten/lessen/jouw-foto/",
    "worksheet": "leerkrachten/lessen/jouw-foto/werkblad/",
    "answer key": "leerkrachten/lessen/jouw-foto/sleutel/",
    "poster": "leerkrachten/poster/groep-5-6/",
    "board": "leerkrachten/lessen/jouw-foto/bord/",
    "protocol": "protocol/",
    "privacy": PRIVACY,
    "accessibility": "over/toegankelijkheid/",
    "parts": "maken/onderdelen/",
    "404": MISSING,
}

EXPECTED_404 = rf"status of 404 .*{MISSING}\)$"
"""What a browser says when the page itself is missing; nothing that belongs to the page may be."""
