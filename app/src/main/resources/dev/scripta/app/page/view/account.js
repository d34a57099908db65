// @ts-check
import { html } from '../lib/lit-html/lit-html.js';
import { initials } from '../service/words.js';
import { ask } from './dialog.js';

/**
 * The menu of whoever is signed in.
 * @param {import('../main.js').Page} page
 * @param {import('./menu.js').Menu} menu
 */
export function accountMenu(page, menu) {
    const { user } = page.identity;
    const name = user?.name ?? 'Account';
    return menu.draw(avatar(user), [
        { label: 'Profile', act: () => page.go('#/profile') },
        { label: 'Log out', act: () => logOut(page) },
    ], { name: `Account of ${name}`, kind: 'quiet round' });
}

/**
 * The picture, or the letters of the name. An address of a picture, which older services stored, is not followed: the
 * page loads nothing from elsewhere.
 * @param {import('../service/identity.js').User | undefined} user
 */
export function avatar(user) {
    return user?.profile_pic_data
        ? html`<img class="avatar" src=${user.profile_pic_data} alt="">`
        : html`<span class="avatar" aria-hidden="true">${initials(user?.name ?? '?')}</span>`;
}

/** @param {import('../main.js').Page} page */
async function logOut(page) {
    if (await page.leave() && (!page.outbox.fragile || await confirmed())) {
        // First the address: the form to sign in would else be drawn twice, and lose what is written into it meanwhile.
        page.go('#/sign-in');
        page.identity.signOut();
    }
}

/** @returns {Promise<boolean>} whether somebody logs out though sound lies in this tab alone, or is still coming */
async function confirmed() {
    return await ask({
        title: 'Log out all the same?',
        body: 'A recording is not stored yet. It ends now and waits for you in this tab: do not close it meanwhile.',
        choices: [{ name: 'stay', label: 'Stay' }, { name: 'go', label: 'Log out', kind: 'danger' }],
    }) === 'go';
}
