// @ts-check
/** Times, sizes and names as people say them. The page speaks English; dates follow the reader's own customs. */

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/**
 * The service's times are UTC without a zone.
 * @param {string} text
 * @returns {number} milliseconds since 1970
 */
export function instant(text) {
    return Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

/**
 * When something was, as short as it can be said: "5 minutes ago", "today, 9:40", "Monday", "3 May", "3 May 2024".
 * @param {number} ms
 * @param {number} now
 */
export function ago(ms, now) {
    const minutes = Math.round((now - ms) / 60000);
    if (minutes < 1) {
        return 'just now';
    }
    if (minutes < 60) {
        return relative.format(-minutes, 'minute');
    }
    const days = midnights(now) - midnights(ms);
    if (days <= 1) {
        return `${relative.format(-days, 'day')}, ${time.format(ms)}`;
    }
    if (days < 7) {
        return `${weekday.format(ms)}, ${time.format(ms)}`;
    }
    return new Date(ms).getFullYear() === new Date(now).getFullYear() ? day.format(ms) : date.format(ms);
}

/**
 * In full: "22 November 2026, 9:40".
 * @param {number} ms
 */
export function moment(ms) {
    return `${date.format(ms)}, ${time.format(ms)}`;
}

/** @param {number} ms days since 1970 by the clock on the wall */
function midnights(ms) {
    const local = new Date(ms);
    return Math.round(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86400000);
}

/**
 * A place in a recording: 1:05, 1:01:05.
 * @param {number} seconds
 */
export function clock(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
    const minutes = Math.floor(whole / 60) % 60;
    const hours = Math.floor(whole / 3600);
    return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * How long to wait: "20 seconds", "2 minutes".
 * @param {number} ms
 */
export function wait(ms) {
    const seconds = Math.max(1, Math.ceil(ms / 1000));
    const [number, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
    return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/**
 * What went wrong, and when to try again where the service says so.
 * @param {import('./problem.js').Problem} problem
 */
export function trouble(problem) {
    return problem.retryAfter ? `${problem.detail} Try again in ${wait(problem.retryAfter)}.` : problem.detail;
}

/**
 * Any JSON value as one line of text: titles come as they are.
 * @param {unknown} value
 * @returns {string} empty when it says nothing
 */
export function line(value) {
    if (value === null || value === undefined) {
        return '';
    }
    if (Array.isArray(value)) {
        return value.map(line).filter(Boolean).join(', ');
    }
    if (typeof value === 'object') {
        return Object.values(value).map(line).filter(Boolean).join(', ');
    }
    return String(value).replace(/\s+/g, ' ').trim();
}

/**
 * The beginning of a text, cut between words.
 * @param {string} text
 */
export function beginning(text) {
    const words = line(text.slice(0, 400));
    return words.length <= 70 ? words : `${words.slice(0, 70).replace(/\s\S*$/, '')} …`;
}

/**
 * What a person sees of a name: the first letters of its first and last word.
 * @param {string} name
 */
export function initials(name) {
    const words = name.match(/\p{L}\p{M}*[^\s<>]*/gu) ?? [];
    return [words[0] ?? '', words.length > 1 ? words[words.length - 1] : '']
        .map(word => [...word][0] ?? '').join('').toUpperCase();
}
