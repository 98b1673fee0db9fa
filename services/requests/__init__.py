"""A teacher asks for a tutor: the request, the tutors it is offered to, the meeting, the methodist's queue."""
