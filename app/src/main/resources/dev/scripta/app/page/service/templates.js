// @ts-check

/**
 * @typedef {object} Schema JSON Schema, as far as it says how something is drawn
 * @property {string} [title]
 * @property {string} [description]
 * @property {string | string[]} [type]
 * @property {unknown[]} [enum]
 * @property {Schema} [items]
 * @property {Record<string, Schema>} [properties]
 *
 * @typedef {{name: string, description?: string, schema: Schema}} Template
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
     * The schema of an analysis: by the name that is kept with it; without a name, by its members, for the template is
     * not known of what was saved by hand.
     * @param {string | undefined} name
     * @param {Record<string, unknown>} analysis
     * @returns {Promise<Schema>} an empty one when there is none that fits
     */
    async schema(name, analysis) {
        this.#all ??= this.#api.json('GET', '/api/templates').then(answer => answer.templates);
        let all;
        try {
            all = await this.#all;
        } catch {
            this.#all = undefined;
            return {};
        }
        const named = all.find(template => template.name === name);
        return (named ?? (name ? undefined : alike(all, analysis)))?.schema ?? {};
    }
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
