// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { isScalar, Written } from '../service/json.js';
import { label, unit } from '../service/labels.js';
import { isPlace, members } from '../service/templates.js';
import { clock, line } from '../service/words.js';
import { said, tree } from './tree.js';

/**
 * @typedef {import('../service/templates.js').Schema} Schema
 * @typedef {(seconds: number) => void} Hear plays the recording from there
 * @typedef {import('../service/templates.js').Member} Member
 */

/**
 * An analysis in the order and with the labels of its template. What the template does not know comes last, folded;
 * what was not said is named in one line.
 * @param {Record<string, any>} value
 * @param {Schema} schema
 * @param {{title?: string, hear?: Hear}} more title: what is said above already
 */
export function analysis(value, schema, { title = '', hear } = {}) {
    const { known, others } = members(value, schema);
    const told = known.filter(([name, words]) => !(name === 'title' && line(words) === title));
    const shown = told.filter(([, part]) => !silent(part));
    const unsaid = told.filter(([, part]) => silent(part)).map(([name, , part]) => label(name, part));
    const more = others.filter(([, part]) => !silent(part));
    if (!shown.length && !more.length) {
        return html`<p class="soft">There is no analysis of this conversation.</p>`;
    }
    return html`<div class="report">
        ${grouped(shown).map(group => brief(group[0]) ? facts(group) : section(group[0], hear))}
        ${unsaid.length ? html`<p class="soft small">Not said: ${unsaid.join(', ')}.</p>` : nothing}
        ${more.length ? html`<details class="more"><summary>More from the analysis</summary>
            <div class="report">${more.map(member => section(member, hear))}</div></details>` : nothing}
    </div>`;
}

/** @param {any} value whether nothing was said */
export function silent(value) {
    if (value === null || value === undefined || value === '') {
        return true;
    }
    return !isScalar(value) && Object.values(value).every(silent);
}

/**
 * Short facts that follow each other stand in one list; anything else is a section of its own.
 * @param {Member[]} said
 */
function grouped(said) {
    /** @type {Member[][]} */
    const groups = [];
    for (const member of said) {
        const last = groups[groups.length - 1];
        if (last && brief(last[0]) && brief(member)) {
            last.push(member);
        } else {
            groups.push([member]);
        }
    }
    return groups;
}

/** @param {Member} member @param {Hear} [hear] */
function section([name, value, schema], hear) {
    if (name === 'form_en' && typeof value === 'string') {
        return html`<details class="more"><summary>${label(name, schema)}</summary><p class="words" dir="auto">${
            value}</p>
            </details>`;
    }
    return html`<div><h3>${label(name, schema)}</h3>${block(value, schema, hear)}</div>`;
}

/** @param {Member} member */
function brief([, value]) {
    return isScalar(value) && String(value).length <= 60 && !String(value).includes('\n');
}

/**
 * @param {any} value
 * @param {Schema | undefined} schema
 * @param {Hear} [hear]
 * @returns {unknown}
 */
function block(value, schema, hear) {
    if (isScalar(value)) {
        return html`<p class="words" dir="auto">${said(value)}</p>`;
    }
    if (Array.isArray(value)) {
        return list(value.filter(entry => !silent(entry)), schema?.items, hear);
    }
    if (typeof value.text === 'string') {
        return html`<ul class="items" dir="auto">${item(value, schema, hear)}</ul>`;
    }
    const { known, others } = members(value, schema);
    const told = [...known, ...others].filter(([, part]) => !silent(part));
    if (told.length > 1 && told.every(([, part]) => typeof part === 'number' || part instanceof Written)) {
        return figures(told);
    }
    return told.every(([, part]) => isScalar(part) || plain(part)) ? facts(told) : tree(value);
}

/** @param {any} value whether it is a list of words or numbers */
function plain(value) {
    return Array.isArray(value) && value.every(isScalar);
}

/**
 * @param {any[]} entries
 * @param {Schema | undefined} schema
 * @param {Hear} [hear]
 */
function list(entries, schema, hear) {
    if (entries.every(isScalar)) {
        const short = entries.every(entry => String(entry).length <= 40);
        return html`<ul dir="auto" class=${short ? 'chips' : 'items'}>${entries.map(entry => html`
            <li>${said(entry)}</li>`)}</ul>`;
    }
    if (entries.every(entry => !isScalar(entry) && typeof entry.text === 'string')) {
        return columns(entries, schema).length > 1
            ? table(entries, schema, hear)
            : html`<ul class="items" dir="auto">${entries.map(entry => item(entry, schema, hear))}</ul>`;
    }
    const flat = entries.every(entry => !isScalar(entry) && !Array.isArray(entry)
        && Object.values(entry).every(part => isScalar(part) || plain(part)));
    return flat ? table(entries, schema, hear) : tree(entries);
}

/**
 * An entry that is a text, with what else is known of it behind.
 * @param {any} value
 * @param {Schema | undefined} schema
 * @param {Hear} [hear]
 */
function item(value, schema, hear) {
    const more = columns([value], schema).filter(name => name !== 'text');
    return html`<li>${value.text}${moment(value, hear)}
        ${more.length ? html`<span class="soft small">${more.map((name, index) => html`${index ? ' · ' : ''}${
            label(name, schema?.properties?.[name])}: <bdi>${line(value[name])}</bdi>`)}</span>` : nothing}</li>`;
}

/**
 * @param {any[]} entries
 * @param {Schema | undefined} schema
 * @returns {string[]} names of what any of them says
 */
function columns(entries, schema) {
    const own = entries.flatMap(entry => Object.keys(entry));
    const names = new Set(['text', ...Object.keys(schema?.properties ?? {}), ...own]);
    return [...names].filter(name => entries.some(entry => !silent(entry[name]) && !isPlace(name, entry)));
}

/**
 * @param {any[]} entries
 * @param {Schema | undefined} schema
 * @param {Hear} [hear]
 */
function table(entries, schema, hear) {
    const names = columns(entries, schema);
    return html`<table><thead><tr>${names.map(name => html`
            <th scope="col">${name === 'text' ? 'What' : label(name, schema?.properties?.[name])}</th>`)}</tr></thead>
        <tbody>${entries.map(entry => html`<tr>${names.map((name, index) => html`<td><span dir="auto">${
            silent(entry[name]) ? '–' : isScalar(entry[name]) ? said(entry[name]) : line(entry[name])}</span>${
            index === 0 ? moment(entry, hear) : nothing}</td>`)}</tr>`)}</tbody></table>`;
}

/** @param {any} entry @param {Hear} [hear] */
function moment(entry, hear) {
    const start = Number(String(entry.start_seconds ?? ''));
    return hear && entry.start_seconds !== undefined && Number.isFinite(start)
        ? html` <button class="time" aria-label=${`Play from ${clock(start)}`} @click=${() => hear(start)}>${
            clock(start)}</button>` : nothing;
}

/** @param {Member[]} told */
function facts(told) {
    return html`<dl class="facts">${told.map(([name, value, schema]) => html`<div><dt>${label(name, schema)}</dt>
        <dd dir="auto">${isScalar(value) ? said(value) : list(value, schema?.items)}</dd></div>`)}</dl>`;
}

/** @param {Member[]} told numbers; the two of a blood pressure are one measurement */
function figures(told) {
    const given = new Map(told.map(([name, value]) => [name, value]));
    const both = given.has('bp_systolic') && given.has('bp_diastolic');
    return html`<dl class="figures">${told.map(([name, value, schema]) => {
        if (both && name === 'bp_diastolic') {
            return nothing;
        }
        const pressure = both && name === 'bp_systolic';
        return html`<div><dt>${pressure ? 'Blood pressure' : label(name, schema)}</dt>
            <dd>${value}${pressure ? `/${given.get('bp_diastolic')}` : ''} <small>${unit(name)}</small></dd></div>`;
    })}</dl>`;
}
