// @ts-check
import { isScalar } from '../service/json.js';

/**
 * @typedef {import('../service/templates.js').Schema} Schema
 * @typedef {[name: string, value: any, schema: Schema | undefined]} Member
 */

const PLACES = new Set(['index', 'start_seconds', 'end_seconds']);

/**
 * The members of an object in the order of its schema.
 * @param {Record<string, any>} value
 * @param {Schema} [schema]
 * @returns {{known: Member[], others: Member[]}} without a schema all are known, in the order they have
 */
export function members(value, schema) {
    const properties = schema?.properties ?? {};
    const names = Object.keys(properties);
    /** @param {string} name @returns {Member} */
    const member = name => [name, value[name], Object.hasOwn(properties, name) ? properties[name] : undefined];
    const own = Object.keys(value);
    return names.length
        ? { known: names.filter(name => Object.hasOwn(value, name)).map(member),
            others: own.filter(name => !Object.hasOwn(properties, name)).map(member) }
        : { known: own.map(member), others: [] };
}

/** @param {any} value whether nothing was said */
export function silent(value) {
    if (value === null || value === undefined || value === '') {
        return true;
    }
    return !isScalar(value) && Object.values(value).every(silent);
}

/**
 * Whether a member only tells where the text beside it stands: it leads there, and says nothing by itself.
 * @param {string} name
 * @param {any} entry
 */
export function isPlace(name, entry) {
    return PLACES.has(name) && typeof entry.text === 'string';
}
