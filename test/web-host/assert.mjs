// Stands in for node:assert/strict in a browser: the assertions that the tests in VS Code make.
class AssertionError extends Error {
    name = 'AssertionError';
}

const shown = (value) => (typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value, null, 1) ?? String(value)));

/** @returns {never} */
export function fail(message) {
    throw message instanceof Error ? message : new AssertionError(message ?? 'failed');
}

const hold = (isSo, message, otherwise) => void (isSo || fail(message ?? otherwise()));

export const ok = (value, message) => hold(value, message, () => `${shown(value)} is not true`);

export const equal = (actual, expected, message) => hold(Object.is(actual, expected), message, () => `${shown(actual)} is not ${shown(expected)}`);

export const notEqual = (actual, other, message) => hold(!Object.is(actual, other), message, () => `it is ${shown(other)}`);

export const deepEqual = (actual, expected, message) => hold(isAlike(actual, expected), message, () => `${shown(actual)}\nis not\n${shown(expected)}`);

export const match = (text, pattern, message) => hold(pattern.test(text), message, () => `${shown(text)} does not match ${pattern}`);

export const doesNotMatch = (text, pattern, message) => hold(!pattern.test(text), message, () => `${shown(text)} matches ${pattern}`);

/** Waits for the promise that `begin` gives, which must fail with a message that matches. */
export async function rejects(begin, pattern) {
    const error = await begin().then(
        () => fail('it did not fail'),
        (reason) => reason,
    );
    if (error instanceof AssertionError) throw error;
    match(String(error), pattern);
}

function isAlike(one, other) {
    if (Object.is(one, other)) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
    const [keys, otherKeys] = [Object.keys(one), Object.keys(other)];
    return keys.length === otherKeys.length && keys.every((key) => Object.hasOwn(other, key) && isAlike(one[key], other[key]));
}
