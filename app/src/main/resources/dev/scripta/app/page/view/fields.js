// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { isScalar, Written } from '../service/json.js';
import { label } from '../service/labels.js';
import { isPlace, members } from '../service/templates.js';
import { choice, flag, lines, number, raw, text } from './value-fields.js';

/**
 * @typedef {import('../service/templates.js').Schema} Schema
 * @typedef {import('./value-fields.js').Field} Field
 * @typedef {import('./value-fields.js').Form} Form
 * @typedef {import('./value-fields.js').More} More
 */

/**
 * The form of a value: fields for what is known how to write, JSON for anything else.
 * @param {any} value
 * @param {Schema | undefined} schema
 * @param {More} more
 * @returns {Field}
 */
function field(value, schema, more) {
    const types = [schema?.type ?? []].flat();
    const empty = value === null || value === undefined;
    if (schema?.enum && (empty || typeof value === 'string')) {
        return choice(value, schema.enum, more);
    }
    if (typeof value === 'number' || value instanceof Written
        || (empty && types.some(one => /number|integer/.test(one)))) {
        return number(value, more);
    }
    if (typeof value === 'boolean') {
        return flag(value, more);
    }
    if (typeof value === 'string' || (empty && (types.includes('string') || !types.length))) {
        return text(value, more);
    }
    const list = empty && types.includes('array') ? [] : value;
    if (Array.isArray(list) && schema?.items?.type !== 'object' && list.every(line)
        && (list.length || schema?.items?.type === 'string')) {
        return lines(value, more);
    }
    const object = empty && types.includes('object') ? {} : value;
    if (fillable(object, schema) && more.id.split('/').length < 4) {
        return group(value, object, schema, more);
    }
    if (Array.isArray(list) && (list.length ? list.every(flat) : schema?.items?.properties)) {
        return entries(value, list, schema?.items, more);
    }
    return raw(value, more);
}

/**
 * What people do not correct goes along as it is.
 * @param {any} value
 * @returns {Field}
 */
function kept(value) {
    return { value: () => value, unfinished: () => ({}), draw: () => nothing };
}

/** @param {any} value @param {Schema | undefined} schema whether it is an object with members to fill in */
function fillable(value, schema) {
    return value !== null && typeof value === 'object' && !Array.isArray(value)
        && Object.keys({ ...value, ...schema?.properties }).length > 0;
}

/** @param {any} value whether it can be one line of a list */
function line(value) {
    return typeof value === 'string' && !value.includes('\n') && value.trim() === value && value !== '';
}

/** @param {any} value whether it is an object of texts and numbers */
function flat(value) {
    return !isScalar(value) && !Array.isArray(value) && Object.values(value).every(isScalar);
}

/**
 * @param {any} value null or missing while nothing is filled in
 * @param {Record<string, any>} object
 * @param {Schema | undefined} schema
 * @param {More} more
 * @returns {Field}
 */
function group(value, object, schema, { id, name, form }) {
    const parts = fieldsOf(object, schema, id, form);
    return {
        value: () => {
            const now = valuesOf(parts);
            const blank = Object.values(now).every(part => part === null);
            return (value === null || value === undefined) && blank ? value : now;
        },
        unfinished: () => unfinishedOf(parts.map(([, part]) => part)),
        draw: () => html`<fieldset><legend>${name}</legend>${parts.map(([, part]) => part.draw())}</fieldset>`,
    };
}

/**
 * @param {any} value null while there is no entry
 * @param {any[]} list
 * @param {Schema | undefined} schema
 * @param {More} more
 * @returns {Field}
 */
function entries(value, list, schema, { id, name, form }) {
    let made = 0;
    const entry = (/** @type {any} */ one) => fieldsOf(one, schema, `${id}/${made++}`, form);
    let parts = list.map(entry);
    const names = Object.keys(schema?.properties ?? list[0] ?? { text: '' });
    const blank = Object.fromEntries(names.map(key => [key, null]));
    const change = (/** @type {[string, Field][][]} */ next) => {
        parts = next;
        form.changed();
    };
    return {
        value: () => {
            const now = parts.map(valuesOf)
                .filter(one => Object.values(one).some(part => part !== null && part !== ''));
            return !now.length && !list.length ? value : now;
        },
        unfinished: () => unfinishedOf(parts.flat().map(([, part]) => part)),
        draw: () => html`<fieldset><legend>${name}</legend>${parts.map((one, index) => html`
            <div class="entry" role="group" aria-label="${name}, ${index + 1}">
                <div class="entry-fields">${one.map(([, part]) => part.draw())}</div>
                <button type="button" class="button quiet" aria-label="Remove entry ${index + 1} of ${name}"
                    @click=${(/** @type {Event} */ event) => {
                        const all = /** @type {Element} */ (event.target).closest('fieldset');
                        change(parts.filter(other => other !== one));
                        /** @type {HTMLElement | null | undefined} */ (all?.querySelector('.add button'))?.focus();
                    }}>Remove</button>
            </div>`)}
            <div class="add"><button type="button" class="button" aria-label="Add an entry to ${name}"
                @click=${() => change([...parts, entry(blank)])}>Add</button></div></fieldset>`,
    };
}

/**
 * @param {Record<string, any>} object
 * @param {Schema | undefined} schema
 * @param {string} id
 * @param {Form} form
 * @returns {[string, Field][]} those of the schema first, also what the object has not got
 */
export function fieldsOf(object, schema, id, form) {
    const { known, others } = members(object, schema);
    const there = new Set(known.map(([name]) => name));
    const missing = Object.entries(schema?.properties ?? {}).filter(([name]) => !there.has(name));
    const absent = missing.map(([name, part]) => /** @type {[string, any, Schema]} */ ([name, undefined, part]));
    return [...known, ...absent, ...others].map(([name, value, part]) =>
        [name, value !== undefined && isPlace(name, object) ? kept(value)
            : field(value, part, { id: `${id}/${encodeURIComponent(name)}`, name: label(name, part), form })]);
}

/** @param {[string, Field][]} fields what is missing stays so while nothing is written */
export function valuesOf(fields) {
    return Object.fromEntries(fields.map(([name, part]) => /** @type {[string, any]} */ ([name, part.value()]))
        .filter(([, value]) => value !== undefined));
}

/** @param {Field[]} fields */
export function unfinishedOf(fields) {
    return Object.assign({}, ...fields.map(part => part.unfinished()));
}
