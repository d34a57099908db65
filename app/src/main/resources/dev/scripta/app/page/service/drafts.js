// @ts-check

/**
 * Corrections that are not saved yet, so that a reload does not lose them. They are in the storage of the tab: it goes
 * with the tab, and with the log-out of its person.
 *
 * @typedef {object} Draft
 * @property {string} etag of what is corrected
 * @property {string} transcript
 * @property {string} analysis JSON text
 * @property {Record<string, string>} unfinished what stands in fields that cannot be read yet, by field
 */
const PREFIX = 'scripta.draft.';

export class Drafts {
    #identity;

    /** @param {import('./identity.js').Identity} identity */
    constructor(identity) {
        this.#identity = identity;
        identity.addEventListener('leave', () => this.#clear(() => true));
        identity.addEventListener('change', () => {
            if (identity.owner) {
                this.#clear(key => !key.startsWith(this.#key('')));
            }
        });
    }

    /**
     * @param {string} id
     * @returns {Draft | undefined}
     */
    get(id) {
        try {
            return JSON.parse(sessionStorage.getItem(this.#key(id)) ?? '') ?? undefined;
        } catch {
            return undefined;
        }
    }

    /**
     * @param {string} id
     * @param {Draft} draft
     */
    put(id, draft) {
        try {
            sessionStorage.setItem(this.#key(id), JSON.stringify(draft));
        } catch {
            // Forbidden or full: the words are still in the form.
        }
    }

    /** @param {string} id */
    remove(id) {
        try {
            sessionStorage.removeItem(this.#key(id));
        } catch {
            // There was nothing, then.
        }
    }

    /** @param {string} id */
    #key(id) {
        return `${PREFIX}${this.#identity.owner}.${id}`;
    }

    /** @param {(key: string) => boolean} which */
    #clear(which) {
        try {
            Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX) && which(key))
                .forEach(key => sessionStorage.removeItem(key));
        } catch {
            // There is no storage.
        }
    }
}
