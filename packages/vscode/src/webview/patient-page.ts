// The patient text, taken over from its page element by element: only what a text needs, and nothing that could act.
import { element } from './elements.js';

const ALLOWED = new Set(
    'main section article header footer nav h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tr th td strong em b i span a div small abbr hr br'.split(
        ' ',
    ),
);
const ATTRIBUTES = new Set(['class', 'id', 'scope', 'lang', 'data-criterion', 'title']);

export function patientPage(html: string): HTMLElement {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const made = element('div', { class: 'page' });
    copyChildren(page.querySelector('main') ?? page.body, made);
    return made;
}

function copyChildren(from: Node, to: HTMLElement): void {
    for (const child of from.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent ?? '');
        else if (child instanceof Element) copyElement(child, to);
    }
}

function copyElement(from: Element, to: HTMLElement): void {
    const name = from.tagName.toLowerCase();
    if (!ALLOWED.has(name)) return;
    const made = document.createElement(name);
    for (const { name: attribute, value } of from.attributes) {
        const isOwnPlace = attribute === 'href' && value.startsWith('#');
        if (ATTRIBUTES.has(attribute) || isOwnPlace) made.setAttribute(attribute, value);
    }
    copyChildren(from, made);
    to.append(made);
}
