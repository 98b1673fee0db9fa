"""Every place a person can be in. States are places, handlers are verbs."""

from aiogram.fsm.state import State, StatesGroup


class Menu(StatesGroup):
    main = State()


class Entry(StatesGroup):
    welcome = State()
    code = State()
    confirm = State()
    not_mine = State()
    municipality = State()
    school = State()
    subjects = State()
    experience = State()
    name = State()
    name_confirm = State()


class ConsentPlace(StatesGroup):
    ask = State()
    text = State()


class Profile(StatesGroup):
    card = State()
    correct = State()
    name = State()
    name_confirm = State()
    municipality = State()
    school = State()
    subjects = State()
    experience = State()
    erase = State()
    erase_surely = State()


class Staff(StatesGroup):
    find = State()
    card = State()
    role = State()
    code = State()
    disconnect = State()
    new_name = State()
    new_municipality = State()
    new_school = State()
    new_subjects = State()
    new_confirm = State()


class Diagnostics(StatesGroup):
    list = State()
    intro = State()
    question = State()
    result = State()
    areas = State()
    recommendations = State()
    attention = State()
    explanations = State()
    share = State()
    history = State()
    shared = State()
    shared_result = State()


class AskTutor(StatesGroup):
    unsent = State()
    subject = State()
    topic = State()
    form = State()
    when = State()
    note = State()
    confirm = State()
    sent = State()


class MyRequests(StatesGroup):
    list = State()
    card = State()
    rate = State()
    withdraw = State()
    no_fit = State()


class TutorDesk(StatesGroup):
    list = State()
    card = State()
    propose = State()
    hand_back = State()
    settings = State()


class RequestQueue(StatesGroup):
    list = State()
    card = State()
    assign = State()
    assign_confirm = State()
    decline = State()
    decline_confirm = State()


class Events(StatesGroup):
    catalogue = State()
    filters = State()
    month = State()
    kind = State()
    card = State()
    confirm = State()
    leave = State()
    mine = State()


class EventDesk(StatesGroup):
    list = State()
    card = State()
    people = State()
    subjects = State()
    move = State()
    move_confirm = State()
    capacity = State()
    capacity_confirm = State()
    place = State()
    place_confirm = State()
    title = State()
    description = State()
    cancel = State()
    cancel_confirm = State()
    new_unfinished = State()
    new_kind = State()
    new_title = State()
    new_subject = State()
    new_when = State()
    new_length = State()
    new_place = State()
    new_capacity = State()
    new_description = State()
    new_confirm = State()
    new_change = State()


class CheckIns(StatesGroup):
    question = State()
    send = State()
    done = State()
    contact = State()
    mine = State()
    pair = State()
    ask_write = State()
    ask_send = State()


class Pairs(StatesGroup):
    list = State()
    card = State()
    new_mentor = State()
    new_mentee = State()
    new_order = State()
    new_period = State()
    new_confirm = State()
    end = State()


class Broadcasts(StatesGroup):
    list = State()
    text = State()
    segment = State()
    segment_value = State()
    preview = State()
    not_connected = State()
    when = State()
    anew = State()
    begun = State()
    progress = State()
    people = State()
    throw_away = State()
