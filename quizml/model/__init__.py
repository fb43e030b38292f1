"""Values: what quizml speaks about. Nothing here does anything or imports anything of ours."""
