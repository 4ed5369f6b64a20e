// The engines that read exported laws, each behind one function: given the file of a law, it answers jobs.
//
// - `zen`: GoRules' ZEN engine runs the graph (`.json`) as it is.
// - `dmn`: imicros-feel-interpreter, an engine for DMN, reads the XML (`.dmn`), orders the decisions by their requirements
//   and computes tables and expressions, with decimal arithmetic. Three of its faults are worked around: it ends a name
//   after a figure, so names with a figure inside are respelled; within one run its `if` and its filters see only what
//   came from outside, so each decision is a run of its own, given the results of those before; and it holds that
//   nothing times zero is a number, so that product is put right.
// - `feel`: feelin, the FEEL interpreter of bpmn.io's and Camunda's tools, which counts in binary, computes every expression
//   and tests every cell; dmn-moddle reads the XML by the metamodel of DMN 1.3. feelin knows no decision tables and no
//   requirements, so the few lines below walk the decisions and take the first row that holds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { evaluate, unaryTest } from 'feelin';
import DmnModdle from 'dmn-moddle';
import zen from '@gorules/zen-engine';

const require = createRequire(import.meta.url);
const { Decision, Interpreter } = require('imicros-feel-interpreter');

export const engines = {
  zen: { ending: '.json', open: openZen },
  dmn: { ending: '.dmn', open: openDmn },
  feel: { ending: '.dmn', open: openFeel },
};

export function readLaw(path, engine) {
  return readFileSync(path + engines[engine].ending, 'utf8');
}

async function openZen(text) {
  const decision = new zen.ZenEngine().createDecision(Buffer.from(text));
  return async (inputs) => (await decision.evaluate(inputs)).result;
}

const product = Interpreter.prototype.__PRODUCT;
Interpreter.prototype.__PRODUCT = function timesZero(node, context) {
  const zero = node.operator === '*' && [node.left, node.right].some((part) => this._build(part, context) === 0);
  return zero ? 0 : product.call(this, node, context);
};

const figures = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const respelled = (name) => (/\d[A-Za-z_]/.test(name) ? name.replace(/\d/g, (figure) => figures[figure]) : name);

async function openDmn(text) {
  const names = new Set([...text.matchAll(/ name="(\w+)"/g)].map((match) => match[1]));
  const spelled = text.replace(/[A-Za-z_]\w*/g, (word) => (names.has(word) ? respelled(word) : word));
  const decision = new Decision();
  if (!decision.parse({ xml: spelled })) throw new Error('the engine cannot read the file');
  const main = decision.getAst()[0];
  const runs = main.definitions.filter((definition) => definition.node !== 'INPUT')
    .map((definition) => [{ ...main, definitions: [definition] }]);
  return async (inputs) => {
    const values = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [respelled(name), value]));
    for (const run of runs) {
      decision.setAst(run);
      Object.assign(values, decision.evaluate(values));
    }
    return values.verdict;
  };
}

// An expression gives the same for the same values of the names in it, so it is computed once for each,
// whatever the file.
const computed = new Map();
const wordsOf = new Map();
function once(kind, expression, values, compute) {
  if (!wordsOf.has(expression)) wordsOf.set(expression, new Set(expression.match(/[A-Za-z_]\w*/g)));
  const words = wordsOf.get(expression);
  const context = Object.fromEntries(Object.entries(values).filter(([name]) => name === '?' || words.has(name)));
  const key = `${kind} ${expression} ${JSON.stringify(context)}`;
  if (!computed.has(key)) computed.set(key, compute(expression, context));
  return computed.get(key);
}

async function openFeel(text) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  if (warnings.length > 0) throw new Error(`not as the metamodel has it: ${warnings[0].message}`);
  const decisions = rootElement.drgElement.filter((element) => element.$type === 'dmn:Decision');
  const plans = decisions.map((decision) => ({
    name: decision.name,
    logic: decision.decisionLogic,
    names: (decision.informationRequirement ?? []).map((requirement) =>
      (requirement.requiredInput ?? requirement.requiredDecision).href.replace(/^#(input|decision)\./, '')),
  }));

  function table({ input, rule }, values) {
    const asked = input.map((column) => once('=', column.inputExpression.text, values, evaluate));
    const holds = (entry, index) => entry.text === '-' || once('?', entry.text, { '?': asked[index] },
      (test, context) => unaryTest(test, context) === true);
    const hit = rule.find((row) => row.inputEntry.every(holds));
    return hit && once('=', hit.outputEntry[0].text, {}, evaluate);
  }

  return async (inputs) => {
    const values = { ...inputs };
    for (const plan of plans) {
      // A decision sees what it says that it requires, and nothing else.
      const seen = Object.fromEntries(plan.names.map((name) => [name, values[name] ?? null]));
      values[plan.name] = plan.logic.$type === 'dmn:DecisionTable'
        ? table(plan.logic, seen)
        : once('=', plan.logic.text, seen, evaluate);
    }
    return values.verdict;
  };
}
