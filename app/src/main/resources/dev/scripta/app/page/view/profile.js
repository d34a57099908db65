// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { Problem } from '../service/problem.js';
import { trouble } from '../service/words.js';
import { failed, focusWrong, input } from './account-form.js';
import { avatar } from './account.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What somebody tells of themselves: name, address, age, picture; and another password. */
export class ProfileView {
    #root;
    #page;
    /** @type {{about?: Problem, password?: Problem}} */
    #problems = {};
    #redraw = () => this.#draw();

    /**
     * @param {HTMLElement} root
     * @param {import('../main.js').Page} page
     */
    constructor(root, page) {
        this.#root = root;
        this.#page = page;
        page.identity.addEventListener('change', this.#redraw);
        this.#draw();
        page.title('Profile', { moved: true });
        if (!page.identity.user) {
            page.identity.load().catch(failure => page.toasts.fail(trouble(Problem.from(failure))));
        }
    }

    close() {
        this.#page.identity.removeEventListener('change', this.#redraw);
    }

    #draw() {
        const { user } = this.#page.identity;
        render(html`<div class="stack profile"><h1>Profile</h1>
            ${user ? html`${this.#picture(user)}${this.#about(user)}${this.#password()}`
                : html`<p class="soft">Loading …</p>`}</div>`, this.#root);
    }

    /** @param {import('../service/identity.js').User} user */
    #picture(user) {
        return html`<div class="card picture">
            ${avatar(user)}
            <div class="stack">
                <div class="field"><label for="picture">Picture</label>
                    <input id="picture" type="file" accept="image/jpeg,image/png,image/gif,image/webp"
                        aria-describedby="picture-hint" @change=${this.#upload}>
                    <span class="hint" id="picture-hint">JPEG, PNG, GIF or WebP of at most 5 MB</span></div>
                ${user.profile_pic_data ? html`<div><button class="button" @click=${() =>
                    this.#changePicture('DELETE', {}, 'Picture removed.')}>Remove picture</button></div>` : nothing}
            </div>
        </div>`;
    }

    /** @param {import('../service/identity.js').User} user */
    #about(user) {
        const problem = this.#problems.about;
        return html`<section class="card" aria-labelledby="about"><h2 id="about">About you</h2>
            <form class="stack" novalidate @submit=${this.#saveAbout}>
                ${failed(problem, problem ? trouble(problem) : '')}
                ${input({ name: 'name', label: 'Name', value: user.name, complete: 'name', required: true, problem })}
                ${input({ name: 'email', label: 'E-mail address', type: 'email', value: user.email, complete: 'email',
                    required: true, problem })}
                ${input({ name: 'age', label: 'Age', value: user.age === null ? '' : String(user.age), problem })}
                <div><button class="button main">Save profile</button></div>
            </form></section>`;
    }

    #password() {
        const problem = this.#problems.password;
        return html`<section class="card" aria-labelledby="secret"><h2 id="secret">Password</h2>
            <form class="stack" novalidate @submit=${this.#savePassword}>
                ${failed(problem, problem ? trouble(problem) : '')}
                ${input({ name: 'password', label: 'New password', type: 'password', complete: 'new-password',
                    hint: '8 characters or more. You log in again afterwards, on every device.', problem })}
                <div><button class="button">Change password</button></div>
            </form></section>`;
    }

    /** @param {SubmitEvent} event */
    #saveAbout = async event => {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const { name, email, age } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
        const body = JSON.stringify({ name, email, age: age.trim() || null });
        this.#problems.about = await this.#change('PUT', '/api/user/profile', { headers: JSON_TYPE, body },
            'Profile saved.');
        this.#draw();
        focusWrong(form);
    };

    /** @param {SubmitEvent} event */
    #savePassword = async event => {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const { identity } = this.#page;
        const password = String(new FormData(form).get('password') ?? '');
        const address = identity.user?.email ?? '';
        this.#problems.password = await this.#change('PUT', '/api/user/profile',
            { headers: JSON_TYPE, body: JSON.stringify({ password }) }, 'Password changed.');
        if (this.#problems.password) {
            this.#draw();
            focusWrong(form);
            return;
        }
        form.reset();
        // The change has ended every token, ours, too. Who has just written the password need not write it again.
        await identity.signIn(address, password).catch(() => identity.expire());
    };

    /** @param {Event} event */
    #upload = async event => {
        const chosen = /** @type {HTMLInputElement} */ (event.target);
        const file = chosen.files?.[0];
        if (file) {
            const body = new FormData();
            body.set('file', file);
            await this.#changePicture('POST', { body }, 'Picture saved.');
            chosen.value = '';
        }
    };

    /**
     * @param {string} method
     * @param {string} path
     * @param {import('../service/api.js').Request} request
     * @param {string} done
     * @returns {Promise<Problem | undefined>}
     */
    async #change(method, path, request, done) {
        const { api, identity, toasts } = this.#page;
        try {
            identity.update(await api.json(method, path, request));
            toasts.show(done, { for: 4000 });
            return undefined;
        } catch (failure) {
            return Problem.from(failure);
        }
    }

    /**
     * No form tells what is wrong with a picture: a message does.
     * @param {string} method
     * @param {import('../service/api.js').Request} request
     * @param {string} done
     */
    async #changePicture(method, request, done) {
        const problem = await this.#change(method, '/api/user/profile-picture', request, done);
        if (problem) {
            this.#page.toasts.fail(trouble(problem));
        }
    }
}
