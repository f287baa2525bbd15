'use strict';
// junit: XML as build servers read it. A test with subtests is a testsuite.

const { inspect } = require('internal/util/inspect');
const { makeReporter } = require('internal/test/reporter/generator');

function escapeText(text) { return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'); }
function escapeAttribute(text) { return escapeText(String(text).replaceAll('\n', '').replaceAll('"', '&quot;')); }
function escapeComment(text) { return text.replaceAll('--', '&#45;&#45;'); }

function toXML(node) {
  if (typeof node === 'string') return `${escapeText(node)}\n`;
  const { tag, attributes, nesting, children, comment } = node;
  const margin = '\t'.repeat(nesting + 1);
  if (comment !== undefined) return `${margin}<!-- ${escapeComment(comment)} -->\n`;
  const list = Object.keys(attributes).map((name) => ` ${name}="${escapeAttribute(attributes[name])}"`).join('');
  if (children.length === 0) return `${margin}<${tag}${list}/>\n`;
  return `${margin}<${tag}${list}>\n${children.map(toXML).join('')}${margin}</${tag}>\n`;
}

const isSkipped = (child) => child.attributes?.skipped > 0 || child.children?.some(({ tag }) => tag === 'skipped');
const isFailure = (child) => child.attributes?.failure !== undefined || child.attributes?.failures > 0;

class Report {
  #roots = [];
  #open = null; // the innermost test that has begun

  event({ type, data }) {
    if (type === 'test:start') this.#start(data);
    else if (type === 'test:pass' || type === 'test:fail') this.#end(type, data);
    else if (type === 'test:diagnostic') this.#add({ nesting: data.nesting, comment: data.message });
    return undefined;
  }

  #add(node) { (this.#open === null ? this.#roots : this.#open.children).push(node); }

  #start({ name, nesting }) {
    const node = { attributes: { __proto__: null, name }, nesting, parent: this.#open, children: [] };
    this.#add(node);
    this.#open = node;
  }

  #end(type, data) {
    if (this.#open === null || this.#open.attributes.name !== data.name || this.#open.nesting !== data.nesting) this.#start(data);
    const node = this.#open;
    this.#open = node.parent;
    node.attributes.time = (data.details.duration_ms / 1000).toFixed(6);
    const children = node.children.filter((child) => child.comment === undefined);
    if (children.length > 0) makeSuite(node, children);
    else makeCase(node, type, data);
  }

  tail() { return `${this.#roots.map(toXML).join('')}</testsuites>\n`; }
}

function makeSuite(node, children) {
  node.tag = 'testsuite';
  Object.assign(node.attributes, {
    disabled: 0, errors: 0, tests: children.length, failures: children.filter(isFailure).length,
    skipped: children.filter(isSkipped).length, hostname: require('os').hostname(),
  });
}

function makeCase(node, type, { skip, todo, details: { error } }) {
  node.tag = 'testcase';
  node.attributes.classname = 'test';
  const inner = node.nesting + 1;
  const mark = (kind, message) => {
    node.children.push({ nesting: inner, tag: 'skipped', attributes: { __proto__: null, type: kind, message }, children: [] });
  };
  if (skip) mark('skipped', skip);
  if (todo) mark('todo', todo);
  if (type !== 'test:fail') return;
  const message = error?.message ?? '';
  node.children.push({
    nesting: inner, tag: 'failure', attributes: { __proto__: null, type: error?.failureType || error?.code, message },
    children: [inspect(error, { __proto__: null, colors: false, breakLength: Infinity })],
  });
  node.attributes.failure = message;
}

module.exports = makeReporter('junitReporter', () => {
  const report = new Report();
  return {
    head: '<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n',
    event: (event) => report.event(event),
    tail: () => report.tail(),
  };
});
