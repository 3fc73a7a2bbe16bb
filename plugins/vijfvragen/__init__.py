"""Vijfvragen: a school's social-media protocol as lessons, quizzes and guidance."""
