// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';

/** The parts of the forms that sign in, sign up and change a profile. */

/**
 * One labelled input of a form, with what the service says is wrong with it.
 * @param {object} about
 * @param {string} about.name
 * @param {string} about.label
 * @param {string} [about.type]
 * @param {string} [about.value]
 * @param {string} [about.hint]
 * @param {string} [about.complete] of autocomplete
 * @param {boolean} [about.required]
 * @param {import('../service/problem.js').Problem} [about.problem]
 */
export function input({ name, label, type = 'text', value = '', hint, complete = 'off', required = false, problem }) {
    const wrong = problem?.at(name) ?? '';
    const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
    return html`<div class="field">
        <label for=${name}>${label}</label>
        <input id=${name} name=${name} type=${type} value=${value} autocomplete=${complete} ?required=${required}
            dir=${type === 'text' ? 'auto' : nothing} inputmode=${name === 'age' ? 'numeric' : nothing}
            aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${described || nothing}>
        ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
        ${wrong ? html`<span class="wrong" id="${name}-wrong">${sentence(wrong)}</span>` : nothing}
    </div>`;
}

/**
 * What is wrong with a form as a whole.
 * @param {import('../service/problem.js').Problem | undefined} problem
 * @param {string} words
 */
export function failed(problem, words) {
    return html`<div role="alert">${problem ? html`<p class="notice bad">${problem.errors.length
        ? 'Some fields need a change; they are marked.' : words}</p>` : nothing}</div>`;
}

/** @param {string} text */
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * After a problem the focus goes to the first field that it is about.
 * @param {HTMLElement} form
 */
export function focusWrong(form) {
    /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid=true]'))?.focus();
}
