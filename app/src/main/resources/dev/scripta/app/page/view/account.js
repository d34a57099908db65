// @ts-check
import { html } from '../lib/lit-html/lit-html.js';

/** @param {import('../main.js').Page} page */
export function accountMenu(page) {
    return html`<a class="button quiet" href="#/profile" dir="auto">${page.identity.user?.name ?? 'Account'}</a>
        <button class="button quiet" @click=${() => page.identity.signOut()}>Log out</button>`;
}
