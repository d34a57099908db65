// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';

/**
 * A button that opens a short list of further ones. Escape, a click elsewhere and a choice close it; the arrow keys go
 * from one to the next.
 */
export class Menu {
    #open = false;
    #redraw;
    /** @param {PointerEvent} event */
    #outside = event => {
        if (!/** @type {Element} */ (event.target).closest?.('.menu.open')) {
            this.#set(false);
        }
    };

    /** @param {() => void} redraw */
    constructor(redraw) {
        this.#redraw = redraw;
    }

    /**
     * @param {unknown} face what the button shows
     * @param {{label: string, act: () => void}[]} items
     * @param {{name?: string, kind?: string}} more accessible name, where the face does not say it
     */
    draw(face, items, { name, kind = '' } = {}) {
        return html`<div class="menu ${this.#open ? 'open' : ''}" @keydown=${this.#key} @focusout=${this.#left}>
            <button class="button ${kind}" aria-expanded=${this.#open} aria-label=${name ?? nothing}
                @click=${() => this.#set(!this.#open)}>${face}</button>
            ${this.#open ? html`<ul class="menu-list">${items.map(item => html`
                <li><button @click=${(/** @type {Event} */ event) => this.#choose(event, item)}>${item.label}</button>
                </li>`)}</ul>` : nothing}
        </div>`;
    }

    /**
     * @param {Event} event
     * @param {{act: () => void}} item
     */
    #choose(event, item) {
        focusButton(event);
        this.#set(false);
        item.act();
    }

    /** @param {FocusEvent} event */
    #left = event => {
        const menu = /** @type {Element} */ (event.currentTarget);
        if (event.relatedTarget && !menu.contains(/** @type {Node} */ (event.relatedTarget))) {
            this.#set(false);
        }
    };

    /** @param {KeyboardEvent} event */
    #key = event => {
        if (event.key === 'Escape' && this.#open) {
            event.preventDefault();
            focusButton(event);
            this.#set(false);
        }
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) {
            event.preventDefault();
            const menu = /** @type {Element} */ (event.currentTarget);
            this.#set(true);
            const buttons = [...menu.querySelectorAll('button')];
            const now = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
            buttons[Math.min(Math.max(now + step, 0), buttons.length - 1)].focus();
        }
    };

    /** @param {boolean} open */
    #set(open) {
        if (this.#open !== open) {
            this.#open = open;
            document[open ? 'addEventListener' : 'removeEventListener']('pointerdown',
                /** @type {EventListener} */ (this.#outside));
            this.#redraw();
        }
    }
}

/** @param {Event} event */
function focusButton(event) {
    const menu = /** @type {Element} */ (event.target).closest('.menu');
    menu?.querySelector('button')?.focus();
}
