// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { accountMenu } from './account.js';
import { Menu } from './menu.js';

/** The frame around every view: header, list button of the phone, title and focus. */
export class Shell {
    #page;
    #top = place('top');
    #main = place('main');
    #side = place('side');
    #fresh = true;
    #menu = new Menu(() => this.draw());

    /** @param {import('../main.js').Page} page */
    constructor(page) {
        this.#page = page;
        page.identity.addEventListener('change', () => this.draw());
        document.querySelector('.skip')?.addEventListener('click', event => {
            event.preventDefault();
            this.showList(false);
            this.#main.focus();
        });
        place('pane').addEventListener('click', event => {
            const link = /** @type {Element} */ (event.target).closest('a');
            if (link) {
                this.showList(false);
            }
            // No route changes, and yet somebody wants to get there.
            if (link && link.hash === location.hash) {
                this.#toHeading();
            }
        });
        addEventListener('keydown', event => this.#key(event));
        this.#top.replaceChildren();
        this.draw();
    }

    /** A new, empty place for the view of the next route. */
    clean() {
        const root = document.createElement('div');
        this.#main.replaceChildren(root);
        this.showList(false);
        document.body.classList.toggle('alone', !this.#page.identity.owner);
        scrollTo(0, 0);
        return root;
    }

    /**
     * Names the view in the window's title. After a change of route the focus moves to its heading, so that screen
     * readers read on from there; not at the start, where the reader begins by itself.
     * @param {string} title
     * @param {{moved?: boolean}} more
     */
    title(title, { moved = false } = {}) {
        document.title = title ? `${title} · Scripta` : 'Scripta';
        if (moved && !this.#fresh) {
            this.#toHeading();
        }
        if (moved) {
            this.#fresh = false;
        }
    }

    #toHeading() {
        const heading = this.#main.querySelector('h1');
        heading?.setAttribute('tabindex', '-1');
        (heading ?? this.#main).focus({ preventScroll: true });
    }

    /** The service does not answer, and without it nobody knows whose page this is. */
    waiting() {
        render(html`<h1>Scripta does not answer</h1><p class="soft" role="status">Trying again until it does …</p>`,
            this.clean());
    }

    /** @param {boolean} shown whether a phone shows the list in place of the main area */
    showList(shown) {
        document.body.classList.toggle('list', shown);
        // While it stands alone, the list is what the page is about.
        this.#side.role = shown ? 'main' : null;
        this.draw();
    }

    draw() {
        const { identity } = this.#page;
        const listed = document.body.classList.contains('list');
        render(html`
            <a class="brand" href="#/">Scripta</a>
            <span class="push"></span>
            ${identity.owner ? html`<button class="button quiet to-list" aria-expanded=${listed} aria-controls="pane"
                @click=${() => this.#toggle(!listed)}>${listed ? 'Close' : 'Conversations'}</button>` : nothing}
            ${identity.accounts && identity.owner ? accountMenu(this.#page, this.#menu) : nothing}`, this.#top);
    }

    /** @param {boolean} shown */
    #toggle(shown) {
        this.showList(shown);
        if (shown) {
            document.querySelector('#pane input')?.scrollIntoView({ block: 'nearest' });
        }
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key === 'Escape' && document.body.classList.contains('list') && !event.defaultPrevented) {
            this.showList(false);
            /** @type {HTMLElement | null} */ (this.#top.querySelector('.to-list'))?.focus();
        }
    }
}

/** @param {string} id */
export function place(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
}
