// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { inWords } from '../service/states.js';
import { ago, moment, trouble } from '../service/words.js';

/** @typedef {import('../service/rows.js').Row} Row */

/** The list at the left: every session once, newest first, with a search over titles and texts. */
export class Pane {
    #place;
    #page;
    #drawing = false;
    #typing = 0;
    #owner = '';
    /** @type {IntersectionObserver} */
    #end;

    /**
     * @param {HTMLElement} place
     * @param {import('../main.js').Page} page
     */
    constructor(place, page) {
        this.#place = place;
        this.#page = page;
        this.#end = new IntersectionObserver(seen => {
            const { list } = page.conversations;
            if (seen.some(entry => entry.isIntersecting) && !list.problem) {
                list.next();
            }
        }, { rootMargin: '200px' });
        page.conversations.addEventListener('change', () => this.#soon());
        page.identity.addEventListener('change', () => this.#soon());
        addEventListener('hashchange', () => this.#soon());
        setInterval(() => this.#soon(), 60000);
        this.#soon();
    }

    /** Many changes at once are drawn once. */
    #soon() {
        if (!this.#drawing) {
            this.#drawing = true;
            queueMicrotask(() => {
                this.#drawing = false;
                this.#draw();
            });
        }
    }

    #draw() {
        const { identity, conversations: { list } } = this.#page;
        if (this.#owner !== identity.owner) {
            // Another person finds no words of the last one in the search.
            this.#owner = identity.owner;
            clearTimeout(this.#typing);
            render(nothing, this.#place);
        }
        render(identity.owner ? this.#list() : nothing, this.#place);
        this.#end.disconnect();
        const more = this.#place.querySelector('.load-more');
        if (more && !list.loading) {
            this.#end.observe(more);
        }
    }

    #list() {
        const { conversations } = this.#page;
        const { loading } = conversations.list;
        const rows = conversations.rows();
        const now = Date.now();
        return html`
            <h1 class="hidden-words list-only">Conversations</h1>
            <a class="button main new" href="#/">New recording</a>
            <div role="search">
                <input type="search" aria-label="Search conversations" placeholder="Search" maxlength="200"
                    autocomplete="off" spellcheck="false" dir="auto" @input=${this.#typed} @keydown=${this.#keyed}>
            </div>
            <p class="hidden-words" role="status">${this.#found(rows.length)}</p>
            <ul class="rows" aria-busy=${loading}>
                ${repeat(rows, row => row.session, row => html`<li>${this.#row(row, now)}</li>`)}
            </ul>
            ${this.#below(rows.length)}`;
    }

    /**
     * @param {Row} row
     * @param {number} now
     */
    #row(row, now) {
        const href = address(row);
        const badge = row.state ? inWords(row.state, row.share) : undefined;
        const current = location.hash === href;
        return html`<a class="row" dir="auto" href=${href} aria-current=${current ? 'page' : nothing}>
            <span class="row-title">${row.title || (row.when ? moment(row.when) : 'Recording')}</span>
            <span class="row-more">
                ${row.name ? html`<bdi class="row-name">${row.name}</bdi>` : nothing}
                ${row.when && row.title ? html`<time dir="ltr" datetime=${new Date(row.when).toISOString()}
                    title=${moment(row.when)}>${ago(row.when, now)}</time>` : nothing}
                ${badge ? html`<span class="badge ${badge.kind}">${badge.words}</span>` : nothing}
            </span>
        </a>`;
    }

    /** @param {number} count */
    #below(count) {
        const { list } = this.#page.conversations;
        if (list.problem) {
            return html`<div class="pane-end"><p class="small">${trouble(list.problem)}</p>
                <button class="button" @click=${() => list.refresh()}>Try again</button></div>`;
        }
        if (!list.listed) {
            return html`<p class="pane-end soft small">Loading …</p>`;
        }
        if (list.more) {
            return html`<div class="pane-end"><button class="button load-more" aria-disabled=${list.loading}
                @click=${() => list.loading || list.next()}>Load more</button></div>`;
        }
        if (count) {
            return nothing;
        }
        return list.query
            ? html`<p class="empty">Nothing found for “<bdi>${list.query}</bdi>”.</p>`
            : html`<p class="empty">No conversations yet. What you record appears here.</p>`;
    }

    /** @param {number} count what a screen reader says of a search */
    #found(count) {
        const { list } = this.#page.conversations;
        if (!list.query || !list.listed) {
            return '';
        }
        return count ? `${count}${list.more ? ' or more' : ''} found` : 'Nothing found';
    }

    /** @param {InputEvent} event */
    #typed = event => {
        clearTimeout(this.#typing);
        const { value } = /** @type {HTMLInputElement} */ (event.target);
        this.#typing = window.setTimeout(() => this.#page.conversations.search(value), value.trim() ? 250 : 0);
    };

    /** @param {KeyboardEvent} event */
    #keyed = event => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (event.key === 'Enter') {
            clearTimeout(this.#typing);
            this.#page.conversations.search(input.value);
        } else if (event.key === 'Escape' && input.value) {
            event.preventDefault();
            input.value = '';
            clearTimeout(this.#typing);
            this.#page.conversations.search('');
        }
    };
}

/** @param {Row} row */
function address(row) {
    if (row.state === 'recording' || row.state === 'paused') {
        return '#/';
    }
    return row.id === undefined ? `#/recordings/${encodeURIComponent(row.session)}` : `#/conversations/${row.id}`;
}
