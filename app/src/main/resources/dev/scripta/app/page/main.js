// @ts-check
import { html, render } from './lib/lit-html/lit-html.js';
import { Api } from './service/api.js';
import { Identity } from './service/identity.js';
import { Router } from './view/router.js';
import { place, Shell } from './view/shell.js';
import { Toasts } from './view/toasts.js';

/**
 * What every view gets.
 * @typedef {object} Page
 * @property {Identity} identity
 * @property {Api} api
 * @property {Toasts} toasts
 * @property {(route: string) => void} go
 * @property {(title: string, more?: {moved?: boolean}) => void} title names the view; moved after a change of route
 */

const identity = new Identity();
const api = new Api(identity);
const toasts = new Toasts(place('toasts'));

/** @type {Page} */
const page = {
    identity,
    api,
    toasts,
    go: route => router.go(route),
    title: (title, more) => shell.title(title, more),
};
const shell = new Shell(page);
const router = new Router(() => {
    const root = shell.clean();
    render(html`<h1>Record a conversation</h1>`, root);
    page.title('Record', { moved: true });
    return { close: () => undefined };
});

await identity.load();
router.again();
