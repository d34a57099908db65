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
 */

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
