// @ts-check
import { html } from '../lib/lit-html/lit-html.js';
import { isScalar } from '../service/json.js';
import { label } from '../service/labels.js';

const OPEN = 3;

/**
 * Any JSON value, readable: names beside their values, what is deep can be folded.
 * @param {any} value
 * @param {number} depth
 * @returns {unknown}
 */
export function tree(value, depth = 0) {
    if (value === null || value === '') {
        return html`<span class="soft">not said</span>`;
    }
    if (isScalar(value)) {
        return html`<span class="words" dir="auto">${said(value)}</span>`;
    }
    const members = Object.entries(value);
    if (!members.length) {
        return html`<span class="soft">nothing</span>`;
    }
    if (Array.isArray(value) && value.every(isScalar)) {
        return html`<span class="words" dir="auto">${value.map(said).join(', ')}</span>`;
    }
    return html`<ul class="tree">${members.map(([name, member]) => {
        const title = Array.isArray(value) ? `${Number(name) + 1}.` : label(name);
        const inner = tree(member, depth + 1);
        const deep = !isScalar(member) && Object.keys(member).length
            && !(Array.isArray(member) && member.every(isScalar));
        return html`<li>${deep
            ? html`<details ?open=${depth < OPEN}><summary><bdi>${title}</bdi></summary>${inner}</details>`
            : html`<bdi class="tree-name">${Array.isArray(value) ? title : `${title}:`}</bdi> ${inner}`}</li>`;
    })}</ul>`;
}

/**
 * @param {any} value a single one
 * @returns {string} as people say it
 */
export function said(value) {
    return typeof value === 'boolean' ? value ? 'Yes' : 'No' : String(value ?? '–');
}
