/** Every time on the page is the sandbox clock's, shown in Moscow; the reader's own clock is never asked. */
import { locale, t } from "./words.js";

const format = (options) => new Intl.DateTimeFormat(locale, {timeZone: "Europe/Moscow", ...options});

const hourMinute = format({hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
const weekdayDay = format({weekday: "long", day: "numeric", month: "long"});
const weekdayDayYear = format({weekday: "long", day: "numeric", month: "long", year: "numeric"});
const shortDay = format({weekday: "short", day: "numeric", month: "short"});
const shortDate = format({day: "numeric", month: "short"});
const dayKey = new Intl.DateTimeFormat("en-CA", {timeZone: "Europe/Moscow"});

export const timeOf = (date) => hourMinute.format(date);
export const dayOf = (date) => dayKey.format(date);
export const fromUnix = (seconds) => new Date(seconds * 1000);

export const inWords = (date) => `${weekdayDay.format(date)}, ${timeOf(date)}`;
export const inShort = (date) => `${shortDay.format(date)}, ${timeOf(date)}`;

const DAY = 86_400_000; // milliseconds

/** As a field for a day and time holds it; Moscow keeps one offset all year. */
export const toMoscow = (date) => new Date(date.getTime() + 3 * 3600_000).toISOString().slice(0, 16);
export const fromMoscow = (written) => new Date(`${written}:00+03:00`);

/** «Сегодня» and «вчера» are those of the sandbox. */
export function dayInWords(date, now) {
  if (now && dayOf(now) === dayOf(date)) return t("today");
  if (now && dayOf(new Date(now.getTime() - DAY)) === dayOf(date)) return t("yesterday");
  const sameYear = now && dayOf(now).slice(0, 4) === dayOf(date).slice(0, 4);
  return (sameYear ? weekdayDay : weekdayDayYear).format(date);
}

export const timeOrDate = (date, now) =>
  now && dayOf(now) === dayOf(date) ? timeOf(date) : shortDate.format(date);

export function sizeInWords(bytes) {
  const number = (value) => new Intl.NumberFormat(locale, {maximumFractionDigits: 1}).format(value);
  if (bytes < 1024) return t("size-b", {size: number(bytes)});
  if (bytes < 1024 * 1024) return t("size-kb", {size: number(bytes / 1024)});
  return t("size-mb", {size: number(bytes / 1024 / 1024)});
}

/** Seconds as 1:05. */
export const lengthInWords = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
