'use strict';

// util.parseArgs: the command line becomes tokens, the tokens become values and positionals.

const { codes } = require('internal/errors');
const validators = require('internal/validators');

const hasOwn = Object.prototype.hasOwnProperty;

function validateDefault(config, name) {
  const value = config.default;
  if (config.type === 'string') {
    (config.multiple ? validators.validateStringArray : validators.validateString)(value, name);
  } else {
    (config.multiple ? validators.validateBooleanArray : validators.validateBoolean)(value, name);
  }
}

function validateOption(name, config) {
  const path = `options.${name}`;
  validators.validateObject(config, path);
  validators.validateUnion(config.type, `${path}.type`, ['string', 'boolean']);
  if (hasOwn.call(config, 'short')) {
    validators.validateString(config.short, `${path}.short`);
    if (config.short.length !== 1) {
      throw new codes.ERR_INVALID_ARG_VALUE(`${path}.short`, config.short, 'must be a single character');
    }
  }
  if (hasOwn.call(config, 'multiple')) validators.validateBoolean(config.multiple, `${path}.multiple`);
  if (config.default !== undefined) validateDefault(config, `${path}.default`);
}

function own(object, key) {
  return hasOwn.call(object, key) ? object[key] : undefined;
}

function programArguments() {
  // Code from the command line has no script name in front of its arguments.
  const { argv, execArgv = [] } = process;
  const isInline = execArgv.some((option) => ['-e', '--eval', '-p', '--print'].includes(option));
  return argv.slice(isInline ? 1 : 2);
}

function readConfig(config) {
  const strict = own(config, 'strict') ?? true;
  const settings = {
    args: own(config, 'args') ?? programArguments(),
    strict,
    allowPositionals: own(config, 'allowPositionals') ?? !strict,
    allowNegative: own(config, 'allowNegative') ?? false,
    returnTokens: own(config, 'tokens') ?? false,
    options: own(config, 'options') ?? { __proto__: null },
  };
  validators.validateArray(settings.args, 'args');
  validators.validateBoolean(strict, 'strict');
  validators.validateBoolean(settings.allowPositionals, 'allowPositionals');
  validators.validateBoolean(settings.returnTokens, 'tokens');
  validators.validateBoolean(settings.allowNegative, 'allowNegative');
  validators.validateObject(settings.options, 'options');
  for (const name of Object.keys(settings.options)) validateOption(name, settings.options[name]);
  return settings;
}

function optionOf(options, name) {
  return hasOwn.call(options, name) ? options[name] : undefined;
}

function takesValue(options, name) {
  return optionOf(options, name)?.type === 'string';
}

function longName(options, short) {
  return Object.keys(options).find((name) => own(options[name], 'short') === short) ?? short;
}

// Turns arguments into tokens one after the other.
class Tokenizer {
  constructor(args, options) {
    this.args = args;
    this.options = options;
    this.tokens = [];
    this.index = 0;
  }

  run() {
    const { args } = this;
    for (; this.index < args.length; this.index++) {
      const arg = args[this.index];
      if (arg === '--') {
        this.tokens.push({ kind: 'option-terminator', index: this.index });
        while (++this.index < args.length) this.pushPositional(args[this.index]);
      } else if (arg.length > 2 && arg.startsWith('--')) this.readLong(arg);
      else if (arg.length > 1 && arg[0] === '-') this.readShorts(arg);
      else this.pushPositional(arg);
    }
    return this.tokens;
  }

  pushPositional(value) {
    this.tokens.push({ kind: 'positional', index: this.index, value });
  }

  pushOption(name, rawName, index, value, inlineValue) {
    this.tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
  }

  // The option's value is the next argument, if the option takes one and there is any.
  pushWithNextValue(name, rawName) {
    const { index } = this;
    if (takesValue(this.options, name) && index + 1 < this.args.length) {
      this.index++;
      this.pushOption(name, rawName, index, this.args[this.index], false);
    } else {
      this.pushOption(name, rawName, index, undefined, undefined);
    }
  }

  readLong(arg) {
    const equals = arg.indexOf('=', 3);
    if (equals === -1) {
      this.pushWithNextValue(arg.slice(2), arg);
    } else {
      const name = arg.slice(2, equals);
      this.pushOption(name, `--${name}`, this.index, arg.slice(equals + 1), true);
    }
  }

  // -abc is -a -b -c; where one of them takes a value, the rest is the value.
  readShorts(arg) {
    const last = arg.length - 1;
    for (let i = 1; i < last; i++) {
      const name = longName(this.options, arg[i]);
      if (takesValue(this.options, name)) {
        this.pushOption(name, `-${arg[i]}`, this.index, arg.slice(i + 1), true);
        return;
      }
      this.pushOption(name, `-${arg[i]}`, this.index, undefined, undefined);
    }
    this.pushWithNextValue(longName(this.options, arg[last]), `-${arg[last]}`);
  }
}

function describeOption(options, name, suffix = '') {
  const short = own(options[name], 'short');
  return `'${short ? `-${short}, ` : ''}--${name}${suffix}'`;
}

function checkAmbiguity(token) {
  const looksLikeOption = token.inlineValue === false && token.value.length > 1 && token.value[0] === '-';
  if (!looksLikeOption) return;
  const example = token.rawName.startsWith('--') ? `'${token.rawName}=-XYZ'` :
    `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
  throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
    `Option '${token.rawName}' argument is ambiguous.\n` +
    `Did you forget to specify the option argument for '${token.rawName}'?\n` +
    `To specify an option argument starting with a dash use ${example}.`);
}

function checkOption(settings, token) {
  const { options, allowPositionals, allowNegative } = settings;
  const negated = allowNegative && token.name.startsWith('no-') ? token.name.slice(3) : undefined;
  let { name } = token;
  if (!hasOwn.call(options, name) && negated !== undefined &&
      optionOf(options, negated)?.type === 'boolean') {
    name = negated;
  }
  if (!hasOwn.call(options, name)) {
    throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
  }
  const { type } = options[name];
  if (type === 'string' && typeof token.value !== 'string') {
    throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
      `Option ${describeOption(options, name, ' <value>')} argument missing`);
  }
  if (type === 'boolean' && token.value != null) {
    throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
      `Option ${describeOption(options, name)} does not take an argument`);
  }
}

function storeOption(settings, token, values) {
  let { name } = token;
  if (name === '__proto__') return;
  let value = token.value ?? true;
  if (settings.allowNegative && token.value === undefined && name.startsWith('no-')) {
    name = name.slice(3);
    token.name = name;
    value = false;
  }
  if (optionOf(settings.options, name)?.multiple) {
    if (values[name]) values[name].push(value);
    else values[name] = [value];
  } else {
    values[name] = value;
  }
}

function applyDefaults(options, values) {
  for (const name of Object.keys(options)) {
    if (options[name].default !== undefined && values[name] === undefined) {
      values[name] = options[name].default;
    }
  }
}

function parseArgs(config = { __proto__: null }) {
  const settings = readConfig(config);
  const tokens = new Tokenizer(settings.args, settings.options).run();
  const result = { values: { __proto__: null }, positionals: [] };
  if (settings.returnTokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (settings.strict) {
        checkAmbiguity(token);
        checkOption(settings, token);
      }
      storeOption(settings, token, result.values);
    } else if (token.kind === 'positional') {
      if (!settings.allowPositionals) {
        throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      }
      result.positionals.push(token.value);
    }
  }
  applyDefaults(settings.options, result.values);
  return result;
}

module.exports = { parseArgs };
