// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { Problem } from '../service/problem.js';
import { trouble } from '../service/words.js';
import { failed, focusWrong, input } from './account-form.js';

/** Sign in or sign up. The address is kept, so that a sign-in leads to where one was. */
export class SignInView {
    #root;
    #page;
    #fresh;
    #busy = false;
    /** @type {Problem | undefined} */
    #problem;

    /**
     * @param {HTMLElement} root
     * @param {import('../main.js').Page} page
     * @param {boolean} fresh whether an account is to be made
     */
    constructor(root, page, fresh) {
        this.#root = root;
        this.#page = page;
        this.#fresh = fresh;
        this.#draw();
        page.title(this.#name, { moved: true });
    }

    close() {
        this.#root.remove();
    }

    get #name() {
        return this.#fresh ? 'Sign up' : 'Log in';
    }

    #draw() {
        const problem = this.#problem;
        render(html`<div class="narrow stack sign-in">
            <h1>${this.#fresh ? 'Make an account' : 'Log in to Scripta'}</h1>
            <p class="soft">${this.#fresh ? 'What you record is yours alone.'
                : 'Record a conversation, read it, find it again.'}</p>
            ${failed(problem, problem ? trouble(problem) : '')}
            <form class="stack" novalidate @submit=${this.#submit}>
                ${this.#fresh ? input({ name: 'name', label: 'Name', complete: 'name', required: true, problem })
                    : nothing}
                ${input({ name: 'email', label: 'E-mail address', type: 'email', complete: 'username', required: true,
                    problem })}
                ${input({ name: 'password', label: 'Password', type: 'password', required: true, problem,
                    complete: this.#fresh ? 'new-password' : 'current-password',
                    hint: this.#fresh ? '8 characters or more' : undefined })}
                ${this.#fresh ? input({ name: 'age', label: 'Age (optional)', problem }) : nothing}
                <button class="button main" aria-disabled=${this.#busy}>${
                    this.#busy ? 'One moment …' : this.#name}</button>
            </form>
            <p>${this.#fresh ? html`You have an account? <a href="#/sign-in">Log in</a>`
                : html`You are new here? <a href="#/sign-up">Sign up</a>`}</p>
        </div>`, this.#root);
    }

    /** @param {SubmitEvent} event */
    #submit = async event => {
        event.preventDefault();
        if (this.#busy) {
            return;
        }
        const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
        const of = (/** @type {string} */ name) => String(fields.get(name) ?? '');
        this.#busy = true;
        this.#problem = undefined;
        this.#draw();
        try {
            const { identity } = this.#page;
            await (this.#fresh
                ? identity.signUp({ name: of('name'), email: of('email'), password: of('password'),
                    age: of('age').trim() || undefined })
                : identity.signIn(of('email'), of('password')));
        } catch (failure) {
            this.#problem = Problem.from(failure);
        }
        this.#busy = false;
        this.#draw();
        focusWrong(this.#root);
    };
}
