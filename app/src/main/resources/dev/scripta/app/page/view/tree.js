// @ts-check
import { html } from '../lib/lit-html/lit-html.js';
import { Written } from '../service/json.js';
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
    if (flat(value)) {
        return html`<span class="words" dir="auto">${said(value)}</span>`;
    }
    const members = Object.entries(value);
    if (!members.length) {
        return html`<span class="soft">nothing</span>`;
    }
    if (Array.isArray(value) && value.every(flat)) {
        return html`<span class="words" dir="auto">${value.map(said).join(', ')}</span>`;
    }
    return html`<ul class="tree">${members.map(([name, member]) => {
        const title = Array.isArray(value) ? `${Number(name) + 1}.` : label(name);
        const deep = !flat(member) && Object.keys(member).length && !(Array.isArray(member) && member.every(flat));
        return html`<li>${deep
            ? html`<details ?open=${depth < OPEN}><summary><bdi>${title}</bdi></summary>${tree(member, depth + 1)}</details>`
            : html`<bdi class="tree-name">${Array.isArray(value) ? title : `${title}:`}</bdi> ${tree(member, depth + 1)}`}</li>`;
    })}</ul>`;
}

/** @param {any} value whether it is one word or number */
function flat(value) {
    return value === null || typeof value !== 'object' || value instanceof Written;
}

/** @param {any} value */
function said(value) {
    return typeof value === 'boolean' ? value ? 'Yes' : 'No' : String(value ?? '–');
}
