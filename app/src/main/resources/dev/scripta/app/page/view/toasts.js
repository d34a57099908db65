// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';

/**
 * @typedef {object} Toast
 * @property {number} id
 * @property {string} text
 * @property {boolean} bad
 * @property {string} [action] what its button says
 * @property {() => void} [act]
 * @property {() => void} [over] called once when it goes without its button having been pressed
 * @property {number} left milliseconds that it stays
 */

const MOST = 4;

/** Short messages at the lower edge, in a live region. They wait while somebody points at them or is within. */
export class Toasts {
    /** @type {Toast[]} */
    #toasts = [];
    #held = false;
    #next = 1;
    #ticking = 0;
    #place;

    /** @param {HTMLElement} place with the role status */
    constructor(place) {
        this.#place = place;
        const hold = () => {
            this.#held = place.matches(':hover, :focus-within');
        };
        for (const kind of ['mouseover', 'mouseleave', 'focusin', 'focusout']) {
            place.addEventListener(kind, () => queueMicrotask(hold));
        }
    }

    /**
     * @param {string} text
     * @param {{action?: string, act?: () => void, over?: () => void, for?: number, bad?: boolean}} more
     * @returns {() => void} takes it away, without calling anything
     */
    show(text, { action, act, over, for: left = 8000, bad = false } = {}) {
        const toast = { id: this.#next++, text, bad, action, act, over, left };
        this.#toasts = [...this.#toasts, toast];
        if (this.#toasts.length > MOST) {
            // One that can be taken back waits for its person as long as it was promised; another only tells.
            const told = this.#toasts.slice(0, -1).find(({ act: undo }) => !undo);
            if (told) {
                this.#dismiss(told);
            }
        }
        this.#draw();
        this.#tick();
        return () => this.#drop(toast);
    }

    /** @param {string} text */
    fail(text) {
        return this.show(text, { bad: true, for: 12000 });
    }

    /** Takes all away, with nothing done: they were for somebody else. */
    clear() {
        this.#toasts = [];
        this.#draw();
    }

    /** Goes to the button of the newest one. */
    focus() {
        /** @type {HTMLElement | null} */ (this.#place.querySelector('.toast:last-child button'))?.focus();
    }

    #tick() {
        if (this.#ticking) {
            return;
        }
        let last = performance.now();
        this.#ticking = window.setInterval(() => {
            const now = performance.now();
            const passed = this.#held ? 0 : now - last;
            last = now;
            for (const toast of this.#toasts) {
                toast.left -= passed;
            }
            this.#toasts.filter(toast => toast.left <= 0).forEach(toast => this.#dismiss(toast));
            if (!this.#toasts.length) {
                clearInterval(this.#ticking);
                this.#ticking = 0;
            }
        }, 200);
    }

    /** @param {Toast} toast */
    #drop(toast) {
        this.#toasts = this.#toasts.filter(other => other !== toast);
        this.#draw();
        this.#held = this.#place.matches(':hover, :focus-within');
    }

    /** @param {Toast} toast */
    #press(toast) {
        this.#drop(toast);
        toast.act?.();
    }

    #draw() {
        render(repeat(this.#toasts, toast => toast.id, toast => html`
            <div class="toast ${toast.bad ? 'bad' : ''}">
                <p dir="auto">${toast.text}</p>
                ${toast.action
                    ? html`<button class="button" @click=${() => this.#press(toast)}>${toast.action}</button>`
                    : nothing}
                <button class="close" aria-label="Dismiss" @click=${() => this.#dismiss(toast)}>
                    <span aria-hidden="true">×</span></button>
            </div>`), this.#place);
    }

    /** @param {Toast} toast */
    #dismiss(toast) {
        this.#drop(toast);
        toast.over?.();
    }
}
