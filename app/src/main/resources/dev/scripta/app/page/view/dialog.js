// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';

/**
 * Asks something that must be decided before anything else.
 * @param {object} question
 * @param {string} question.title
 * @param {unknown} question.body
 * @param {{name: string, label: string, kind?: string}[]} question.choices the first has the focus
 * @param {boolean} [question.wide]
 * @returns {Promise<string>} the name of the choice; empty when it was closed without one
 */
export function ask({ title, body, choices, wide = false }) {
    const dialog = document.createElement('dialog');
    dialog.className = wide ? 'dialog wide' : 'dialog';
    dialog.setAttribute('aria-labelledby', 'dialog-title');
    render(html`<h2 id="dialog-title">${title}</h2>
        ${body ? html`<div class="dialog-body">${body}</div>` : nothing}
        <div class="actions">${choices.map((choice, index) => html`
            <button class="button ${choice.kind ?? ''}" ?autofocus=${index === 0}
                @click=${() => dialog.close(choice.name)}>${choice.label}</button>`)}
        </div>`, dialog);
    document.body.append(dialog);
    return new Promise(resolve => {
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(dialog.returnValue);
        });
        dialog.showModal();
    });
}

/** Closes what is asked without an answer. */
export function closeDialogs() {
    document.querySelectorAll('dialog').forEach(dialog => dialog.close());
}
