// @ts-check

/**
 * @typedef {object} View what fills the main area for one route
 * @property {() => void} close ends it: listeners, requests, timers
 * @property {() => Promise<boolean>} [leave] whether it may be left; asks the person when something would be lost
 */

/**
 * Follows the hash of the address. A view that does not want to be left puts the old address back.
 */
export class Router {
    /** @type {View | undefined} */
    #view;
    #route = '';
    #open;

    /** @param {(route: string[]) => View} open makes the view of a route, its parts decoded */
    constructor(open) {
        this.#open = open;
        addEventListener('hashchange', () => this.#follow());
    }

    /** @param {string} route */
    go(route) {
        if (location.hash === route) {
            this.#follow();
        } else {
            location.hash = route;
        }
    }

    /** Whether the present view may be left. */
    async leave() {
        return await this.#view?.leave?.() ?? true;
    }

    /** Draws the present route anew, for another person perhaps. */
    again() {
        this.#view?.close();
        this.#view = this.#open(parts(location.hash));
        // Which may have been put right meanwhile.
        this.#route = location.hash || '#/';
    }

    /**
     * Shows this route in place of the present one, to which nobody can go back.
     * @param {string} route
     */
    replace(route) {
        history.replaceState(null, '', route);
        dispatchEvent(new HashChangeEvent('hashchange'));
    }

    async #follow() {
        const next = location.hash || '#/';
        if (next === this.#route) {
            return;
        }
        const view = this.#view;
        if (view?.leave) {
            history.replaceState(null, '', this.#route);
            if (!await view.leave() || view !== this.#view) {
                return;
            }
            history.replaceState(null, '', next);
        }
        this.again();
    }
}

/** @param {string} hash */
function parts(hash) {
    return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(part => {
        try {
            return decodeURIComponent(part);
        } catch {
            return part;
        }
    });
}
