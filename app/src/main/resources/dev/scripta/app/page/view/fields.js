// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { isNumber, parse, write, Written } from '../service/json.js';
import { label } from '../service/labels.js';
import { isPlace, members } from './analysis.js';

/**
 * @typedef {import('../service/templates.js').Schema} Schema
 *
 * @typedef {object} Field a part of the form that corrects one value
 * @property {() => unknown} draw
 * @property {() => any} value the last one that could be read
 * @property {() => Record<string, string>} unfinished what cannot be read yet, by the id of its field
 *
 * @typedef {object} Form what fields share
 * @property {() => void} changed
 * @property {Record<string, string>} unfinished texts of an earlier form that could not be read
 */

/**
 * The form of a value: fields for what is known how to write, JSON for anything else.
 * @param {any} value
 * @param {Schema | undefined} schema
 * @param {{id: string, name: string, form: Form}} more
 * @returns {Field}
 */
export function field(value, schema, more) {
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
    return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Written)
        && Object.values(value).every(part => part === null || typeof part !== 'object' || part instanceof Written);
}

/**
 * A field of one text: what is written in it is read at each change, and told to be wrong where it cannot be.
 * @param {{id: string, name: string, form: Form}} more
 * @param {any} value
 * @param {object} kind
 * @param {string} kind.shown the value as text
 * @param {(text: string) => any} kind.read throws what is wrong, in words
 * @param {(text: string, attributes: {id: string, input: (event: Event) => void, wrong: string}) => unknown} kind.control
 * @param {string} [kind.hint]
 * @returns {Field}
 */
function written({ id, name, form }, value, { shown, read, control, hint }) {
    let now = value;
    let words = form.unfinished[id] ?? shown;
    let wrong = '';
    const take = () => {
        try {
            now = words === shown ? value : read(words);
            wrong = '';
        } catch (failure) {
            wrong = /** @type {Error} */ (failure).message;
        }
    };
    take();
    const input = (/** @type {Event} */ event) => {
        words = /** @type {HTMLInputElement} */ (event.target).value;
        take();
        form.changed();
    };
    return {
        value: () => now,
        unfinished: () => wrong ? { [id]: words } : {},
        draw: () => html`<div class="field ${shown.length > 60 || shown.includes('\n') ? 'long' : ''}">
            <label for=${id}>${name}</label>
            ${control(words, { id, input, wrong })}
            ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
            ${wrong ? html`<span class="wrong" id="${id}-wrong">${wrong}</span>` : nothing}</div>`,
    };
}

/**
 * @param {string} words
 * @param {{id: string, input: (event: Event) => void, wrong: string}} attributes
 * @param {{hint?: boolean, code?: boolean}} more
 */
function area(words, { id, input, wrong }, { hint = false, code = false } = {}) {
    const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
    return html`<textarea id=${id} dir=${code ? 'ltr' : 'auto'} class=${code ? 'code' : ''} rows="1" .value=${words}
        aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${described || nothing} @input=${input}></textarea>`;
}

/** @typedef {{id: string, name: string, form: Form}} More */

/** @param {string | null | undefined} value @param {More} more */
function text(value, more) {
    const none = value === undefined ? undefined : null;
    return written(more, value, {
        shown: value ?? '',
        read: words => words.trim() ? words : value === '' ? '' : none,
        control: area,
    });
}

/** @param {any} value @param {More} more */
function number(value, more) {
    return written(more, value, {
        shown: value === null || value === undefined ? '' : String(value),
        read: words => {
            const digits = words.trim().replace(',', '.');
            if (!digits) {
                return null;
            }
            if (!isNumber(digits)) {
                throw new Error('Write a number, such as 37.5, or leave it empty.');
            }
            return parse(digits) instanceof Written ? new Written(digits) : Number(digits);
        },
        control: (words, { id, input, wrong }) => html`<input id=${id} class="number" inputmode="decimal"
            autocomplete="off" .value=${words} aria-invalid=${wrong ? 'true' : nothing}
            aria-describedby=${wrong ? `${id}-wrong` : nothing} @input=${input}>`,
    });
}

/** @param {string[] | null} value @param {More} more */
function lines(value, more) {
    return written(more, value, {
        shown: (value ?? []).join('\n'),
        read: words => words.split('\n').map(one => one.trim()).filter(Boolean),
        control: (words, attributes) => area(words, attributes, { hint: true }),
        hint: 'One entry on each line',
    });
}

/** @param {any} value @param {More} more */
function raw(value, more) {
    return written(more, value, {
        shown: write(value, '  '),
        read: words => {
            try {
                return parse(words);
            } catch {
                throw new Error('This is not JSON yet: look for a missing comma, quote or bracket.');
            }
        },
        control: (words, attributes) => area(words, attributes, { hint: true, code: true }),
        hint: 'In JSON',
    });
}

/** @param {boolean} value @param {More} more @returns {Field} */
function flag(value, { id, name, form }) {
    let now = value;
    return {
        value: () => now,
        unfinished: () => ({}),
        draw: () => html`<label class="check" for=${id}><input type="checkbox" id=${id} .checked=${now}
            @change=${(/** @type {Event} */ event) => {
                now = /** @type {HTMLInputElement} */ (event.target).checked;
                form.changed();
            }}> ${name}</label>`,
    };
}

/** @param {any} value @param {unknown[]} allowed @param {More} more @returns {Field} */
function choice(value, allowed, { id, name, form }) {
    let now = value;
    const all = [...new Set([...allowed, value])].filter(one => typeof one === 'string');
    return {
        value: () => now,
        unfinished: () => ({}),
        draw: () => html`<div class="field"><label for=${id}>${name}</label><select id=${id}
            @change=${(/** @type {Event} */ event) => {
                now = /** @type {HTMLSelectElement} */ (event.target).value || null;
                form.changed();
            }}><option value="" ?selected=${!now}>Not said</option>${all.map(one => html`
                <option value=${one} ?selected=${one === now}>${one}</option>`)}</select></div>`,
    };
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
            return (value === null || value === undefined) && Object.values(now).every(part => part === null) ? value : now;
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
    const blank = Object.fromEntries(Object.keys(schema?.properties ?? list[0] ?? { text: '' }).map(key => [key, null]));
    const change = (/** @type {[string, Field][][]} */ next) => {
        parts = next;
        form.changed();
    };
    return {
        value: () => {
            const now = parts.map(valuesOf).filter(one => Object.values(one).some(part => part !== null && part !== ''));
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
