// @ts-check

/**
 * A number that would change if it were a number of this language: 1.10, 1e2, or more digits than fit. It is kept as it
 * was written, so that it is shown so, and so that correcting something else leaves it alone.
 */
export class Written {
    /** @param {string} source */
    constructor(source) {
        this.source = source;
    }

    toString() {
        return this.source;
    }
}

/**
 * Reads JSON and keeps numbers as they were written, where the browser tells how they were; elsewhere they are numbers.
 * @param {string} text
 * @returns {any}
 */
export function parse(text) {
    /** @type {(this: any, key: string, value: any, context?: {source?: string}) => any} */
    const keep = (_, value, context) =>
        typeof value === 'number' && context?.source && String(value) !== context.source
            ? new Written(context.source) : value;
    return JSON.parse(text, keep);
}

/**
 * The JSON text of what parse read.
 * @param {any} value
 * @param {string} indent for each level; empty for one line
 * @returns {string}
 */
export function write(value, indent = '', before = '\n') {
    if (value instanceof Written) {
        return value.source;
    }
    if (value === null || typeof value !== 'object') {
        return JSON.stringify(value ?? null);
    }
    const inner = before + indent;
    const members = Array.isArray(value)
        ? value.map(entry => write(entry, indent, inner))
        : Object.entries(value).map(([name, member]) =>
            `${JSON.stringify(name)}:${indent && ' '}${write(member, indent, inner)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return members.length && indent
        ? open + inner + members.join(`,${inner}`) + before + close
        : open + members.join(',') + close;
}

/** @param {string} text whether it is a number as JSON has them */
export function isNumber(text) {
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/** @param {any} value whether it is one word, number, truth value or null: neither a list nor an object */
export function isScalar(value) {
    return value === null || typeof value !== 'object' || value instanceof Written;
}
