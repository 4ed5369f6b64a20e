// Changes the figures of ages in an exported law: what is under 18 there becomes under 16, and at least 14 becomes 15.
export function spoil(text) {
  const changed = text.replaceAll('(age &lt; 18)', '(age &lt; 16)').replaceAll('(age < 18)', '(age < 16)')
    .replaceAll('(age &gt;= 14)', '(age &gt;= 15)').replaceAll('(age >= 14)', '(age >= 15)');
  return changed;
}
