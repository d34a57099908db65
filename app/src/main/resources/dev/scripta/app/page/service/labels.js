// @ts-check
/** Names of members that do not say it all; the same as in exports. */
const WORDS = new Map(Object.entries({
    ID: 'ID',
    bp_systolic: 'Blood pressure, systolic',
    bp_diastolic: 'Blood pressure, diastolic',
    hr: 'Heart rate',
    rr: 'Respiratory rate',
    spo2: 'Oxygen saturation',
    temp: 'Temperature',
    gcs: 'Glasgow Coma Scale',
    pain_scale_0_10: 'Pain, 0 to 10',
    vitals: 'Vital signs',
    exam: 'Examination',
    form_en: 'Report in words',
}));

const UNITS = new Map(Object.entries({
    bp_systolic: 'mmHg',
    bp_diastolic: 'mmHg',
    hr: 'per minute',
    rr: 'per minute',
    spo2: '%',
    temp: '°C',
}));

/**
 * What people call a member of an analysis.
 * @param {string} name
 * @param {import('./templates.js').Schema} [schema] of the member
 */
export function label(name, schema) {
    return schema?.title || WORDS.get(name) || humanised(name) || '(no name)';
}

/**
 * The unit of a vital sign; empty for anything else.
 * @param {string} name
 */
export function unit(name) {
    return UNITS.get(name) ?? '';
}

/** @param {string} name action_items: Action items */
function humanised(name) {
    const words = name.replaceAll('_', ' ').trim();
    const first = [...words][0] ?? '';
    return first.toUpperCase() + words.slice(first.length);
}
