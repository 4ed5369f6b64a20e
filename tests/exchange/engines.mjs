// The engines that read exported laws, each behind one function: given the file of a law, it answers jobs.
//
// - `zen`: GoRules' ZEN engine runs the graph (`.json`) as it is.
// - `dmn`: imicros-feel-interpreter, an engine for DMN that counts in decimals, reads the XML (`.dmn`), orders the
//   decisions by their requirements and computes tables and expressions. Two of its faults are worked around: it ends a
//   name after a figure, so names with a figure inside are respelled; and within one run its `if` and its filters see
//   only what came from outside, so each decision is a run of its own, given the results of those before.
// - `feel`: feelin, the FEEL interpreter of bpmn.io's and Camunda's tools, which counts in binary, computes every expression
//   and tests every cell; dmn-moddle reads the XML by the metamodel of DMN 1.3. feelin knows no decision tables and no
//   requirements, so the few lines below walk the decisions and take the first row that holds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { evaluate, unaryTest } from 'feelin';
import DmnModdle from 'dmn-moddle';
import zen from '@gorules/zen-engine';

const require = createRequire(import.meta.url);
const { Decision } = require('imicros-feel-interpreter');

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

async function openFeel(text) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  if (warnings.length > 0) throw new Error(`not as the metamodel has it: ${warnings[0].message}`);
  const decisions = rootElement.drgElement.filter((element) => element.$type === 'dmn:Decision');
  const computed = new Map();

  // An expression gives the same for the same values of the names in it, so it is computed once for each.
  function compute(owner, expression, compute_now, values) {
    const key = JSON.stringify([expression, owner.names.map((name) => values[name] ?? null)]);
    if (!computed.has(key)) computed.set(key, compute_now());
    return computed.get(key);
  }
  const plans = decisions.map((decision) => ({
    name: decision.name,
    logic: decision.decisionLogic,
    names: (decision.informationRequirement ?? []).map((requirement) =>
      (requirement.requiredInput ?? requirement.requiredDecision).href.replace(/^#(input|decision)\./, '')),
  }));

  function table(plan, values) {
    const { input, rule } = plan.logic;
    const asked = input.map((column) => {
      const expression = column.inputExpression.text;
      return compute(plan, expression, () => evaluate(expression, values), values);
    });
    const hit = rule.find((row) => row.inputEntry.every((entry, index) => {
      const key = `${entry.text}|${JSON.stringify(asked[index] ?? null)}`;
      if (!computed.has(key)) computed.set(key, unaryTest(entry.text, { '?': asked[index] }) === true);
      return computed.get(key);
    }));
    return hit && evaluate(hit.outputEntry[0].text, {});
  }

  return async (inputs) => {
    const values = { ...inputs };
    for (const plan of plans) {
      // A decision sees what it says that it requires, and nothing else.
      const seen = Object.fromEntries(plan.names.map((name) => [name, values[name] ?? null]));
      values[plan.name] = plan.logic.$type === 'dmn:DecisionTable'
        ? table(plan, seen)
        : compute(plan, plan.logic.text, () => evaluate(plan.logic.text, seen), seen);
    }
    return values.verdict;
  };
}
