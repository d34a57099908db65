// @ts-check
import { line } from './words.js';

/**
 * @typedef {object} Schema JSON Schema, as far as it says how something is drawn
 * @property {string} [title]
 * @property {string} [description]
 * @property {string | string[]} [type]
 * @property {unknown[]} [enum]
 * @property {Schema} [items]
 * @property {Record<string, Schema>} [properties]
 *
 * @typedef {object} Template
 * @property {string} name
 * @property {Schema} schema
 * @property {{name?: string, subject?: string}} [title] JSON Pointers to what names a conversation
 *
 * @typedef {[name: string, value: any, schema: Schema | undefined]} Member of an analysis
 */

const PLACES = new Set(['index', 'start_seconds', 'end_seconds']);

/** What analyses are made by. Asked for once; an analysis can be drawn without. */
export class Templates {
    #api;
    /** @type {Promise<Template[]> | undefined} */
    #all;

    /**
     * @param {import('./api.js').Api} api
     * @param {import('./identity.js').Identity} identity
     */
    constructor(api, identity) {
        this.#api = api;
        identity.addEventListener('change', () => {
            this.#all = undefined;
        });
    }

    /**
     * The template of an analysis: by the name that is kept with it; without a name, by its members, for the template
     * is not known of what was saved by hand.
     * @param {string | undefined} name
     * @param {Record<string, unknown>} analysis
     * @returns {Promise<Template | undefined>}
     */
    async of(name, analysis) {
        this.#all ??= this.#api.json('GET', '/api/templates').then(answer => answer.templates);
        try {
            const all = await this.#all;
            return name ? all.find(template => template.name === name) : alike(all, analysis);
        } catch {
            this.#all = undefined;
            return undefined;
        }
    }
}

/**
 * What names a conversation, as the service lists it: the members that its template points to, else those of these
 * names.
 * @param {Record<string, unknown>} analysis
 * @param {Template} [template]
 * @returns {string} one line; empty when there is nothing
 */
export function titleOf(analysis, template) {
    const { subject, name } = template?.title ?? {};
    return line(at(analysis, subject)) || line(analysis.chief_complaint) || line(at(analysis, name))
        || line(analysis.patient_name);
}

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

/**
 * Whether a member only tells where the text beside it stands: it leads there, and says nothing by itself.
 * @param {string} name
 * @param {any} entry
 */
export function isPlace(name, entry) {
    return PLACES.has(name) && typeof entry.text === 'string';
}

/**
 * @param {any} value
 * @param {string} [pointer] JSON Pointer (RFC 6901)
 */
function at(value, pointer) {
    return pointer?.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce((inner, part) => inner?.[part], value);
}

/**
 * @param {Template[]} templates
 * @param {Record<string, unknown>} analysis
 */
function alike(templates, analysis) {
    return templates.find(({ schema }) => {
        const names = Object.keys(schema.properties ?? {});
        return names.length > 1 && names.filter(name => name in analysis).length * 2 > names.length;
    });
}
