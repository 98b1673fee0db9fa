"""Every place a person can be in. States are places, handlers are verbs."""

from aiogram.fsm.state import State, StatesGroup


class Menu(StatesGroup):
    main = State()


class Entry(StatesGroup):
    welcome = State()
    code = State()
    confirm = State()
    municipality = State()
    school = State()
    subjects = State()
    experience = State()
    name = State()


class ConsentPlace(StatesGroup):
    ask = State()
    text = State()


class Profile(StatesGroup):
    card = State()
    erase = State()


class Staff(StatesGroup):
    find = State()
    card = State()
    municipality = State()


class Diagnostics(StatesGroup):
    list = State()
    intro = State()
    question = State()
    result = State()
    recommendations = State()
    history = State()


class AskTutor(StatesGroup):
    topic = State()
    own_topic = State()
    form = State()
    when = State()
    note = State()
    confirm = State()


class MyRequests(StatesGroup):
    list = State()
    card = State()


class TutorDesk(StatesGroup):
    list = State()
    card = State()
    propose = State()


class RequestQueue(StatesGroup):
    list = State()
    card = State()
    assign = State()
    decline = State()


class Events(StatesGroup):
    catalogue = State()
    filters = State()
    card = State()
    mine = State()


class EventDesk(StatesGroup):
    list = State()
    card = State()
    people = State()
    move = State()
    capacity = State()
    cancel = State()
    new_title = State()
    new_kind = State()
    new_subject = State()
    new_when = State()
    new_place = State()
    new_capacity = State()
    new_confirm = State()


class CheckIns(StatesGroup):
    question = State()
    done = State()


class Pairs(StatesGroup):
    list = State()
    card = State()
    new_mentor = State()
    new_mentee = State()
    new_order = State()
    new_period = State()
    new_confirm = State()


class Broadcasts(StatesGroup):
    list = State()
    text = State()
    segment = State()
    segment_value = State()
    preview = State()
    when = State()
    progress = State()
    failed = State()
