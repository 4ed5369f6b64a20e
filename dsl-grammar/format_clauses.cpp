// Layout of clauses: one a line.
#include "dsl-grammar/format_lines.hpp"
#include "dsl-grammar/keywords.hpp"

namespace labourlex::formatting {

namespace {

using syntax::Clause;
using syntax::ClauseKind;

std::string spell(Keyword keyword) { return std::string(spelling_of(keyword)); }

std::string moment(const syntax::Moment& each) {
    switch (each.kind) {
        case syntax::Moment::Kind::date: return each.date.text;
        case syntax::Moment::Kind::about:
            return spell(Keyword::about) + " " + each.date.text + " " + spell(Keyword::within) + " " + each.days.text +
                   " " + spell(Keyword::days);
        case syntax::Moment::Kind::begins:
            return spell(Keyword::until) + " " + each.name.text + " " + spell(Keyword::begins);
    }
    return {};
}

void add_period(Words& words, const Clause& clause) {
    for (const syntax::Word& word : clause.words) words.add(word);
    if (clause.from) words.add(spell(Keyword::from) + " " + moment(*clause.from));
    if (!clause.to) return;
    const bool until = clause.to->kind == syntax::Moment::Kind::begins;
    words.add(until ? moment(*clause.to) : spell(Keyword::to) + " " + moment(*clause.to));
}

std::string reference(const syntax::NormReference& each) {
    using Kind = syntax::NormReference::Kind;
    const std::string of_list = " " + spell(Keyword::of) + " " + each.name.text;
    switch (each.kind) {
        case Kind::name: return each.name.text;
        case Kind::list: return spell(Keyword::list) + " " + each.name.text;
        case Kind::section: return spell(Keyword::section) + " " + written(each.section) + of_list;
        case Kind::items: break;
    }
    const bool single = each.items.size() == 1 && each.items.front().last.empty();
    std::string result = spell(single ? Keyword::item : Keyword::items);
    for (std::size_t i = 0; i < each.items.size(); ++i) {
        result += (i == 0 ? " " : ", ") + written(each.items[i].first);
        if (!each.items[i].last.empty()) result += " " + spell(Keyword::to) + " " + written(each.items[i].last);
    }
    return result + of_list;
}

std::string assumed(const std::optional<syntax::AssumedValue>& given) {
    using Kind = syntax::AssumedValue::Kind;
    if (!given) return {};
    const syntax::AssumedValue& value = *given;
    switch (value.kind) {
        case Kind::none: return spell(Keyword::none);
        case Kind::yes: return spell(Keyword::yes);
        case Kind::no: return spell(Keyword::no);
        case Kind::unnamed_code: return spell(Keyword::unnamed_code);
        case Kind::number:
        case Kind::code: break;
    }
    return value.unit.empty() ? written(value.word) : written(value.word) + " " + value.unit.text;
}

std::string year_day(const syntax::YearDay& day) {
    if (day.weekday.empty()) return day.number.text + " " + day.month.text;
    return day.number.text + " " + day.weekday.text + " " + spell(Keyword::of) + " " + day.month.text;
}

Words tree_words(const syntax::TaxonomyNode& node) {
    Words words(written(node.code));
    words.add_text(node.title);
    for (std::size_t i = 0; i < node.synonyms.size(); ++i) {
        if (i == 0) words.add(spell(Keyword::also));
        else words.attach(",");
        words.add_text(node.synonyms[i]);
    }
    return words;
}

void put_tree(Lines& lines, std::size_t indent, const std::vector<syntax::TaxonomyNode>& nodes) {
    for (const syntax::TaxonomyNode& node : nodes) {
        tree_words(node).fill(lines, indent, node.span.begin);
        put_tree(lines, indent + indent_step, node.children);
    }
}

void put_choice(Lines& lines, std::size_t indent, const Clause& clause) {
    lines.push_back({indent, spell(Keyword::one_of), clause.span.begin});
    for (const syntax::TaxonomyNode& node : clause.nodes) {
        tree_words(node).led_by("-").fill(lines, indent + indent_step, node.span.begin);
    }
}

/// What stands behind the condition of a clause: the strength of a requirement, a citation, a value.
Words after_condition(const Clause& clause) {
    Words words;
    if (clause.kind == ClauseKind::requires_ && !clause.words.empty()) words.add(clause.words.front());
    if (clause.kind == ClauseKind::reaches && !clause.texts.empty()) {
        words.add(spell(Keyword::per));
        words.add_text(clause.texts.front());
    }
    if (clause.kind == ClauseKind::absent_ask_when) words.add(spell(Keyword::else_assume) + " " + assumed(clause.value));
    return words;
}

void put_conditional(Lines& lines, const Clause& clause, Words opening) {
    const syntax::Condition& condition = clause.condition.front();
    const Words after = after_condition(clause);
    if (condition.dashed) {
        put_condition(lines, indent_step, clause.span.begin, std::move(opening), condition);
        if (!after.empty()) after.fill(lines, 2 * indent_step, clause.span.end);
        return;
    }
    opening.append(words_of(condition));
    if (clause.kind == ClauseKind::absent_ask_when) opening.attach(",");
    opening.append(after);
    opening.fill(lines, indent_step, clause.span.begin);
}

/// The clauses whose operands are words and texts.
Words simple(const Clause& clause) {
    Words words;
    if (!clause.keyword.empty() && !(clause.kind == ClauseKind::in_force && clause.keyword.text != spell(Keyword::in_force))) {
        words.add(clause.keyword.text);
    }
    switch (clause.kind) {
        case ClauseKind::in_force: add_period(words, clause); break;
        case ClauseKind::then:
            if (clause.words.empty()) words.add(spell(Keyword::does_not_apply));
            else words.add(clause.words.front());
            break;
        case ClauseKind::evidence:
            words.add(clause.words.front());
            if (!clause.texts.empty()) {
                words.add(spell(Keyword::at));
                words.add_text(clause.texts.front());
            }
            break;
        case ClauseKind::in_list:
            words.add(clause.words.front());
            if (clause.words.size() > 1) {
                words.add(spell(Keyword::after));
                words.add(clause.words[1]);
            }
            break;
        case ClauseKind::to:
        case ClauseKind::from_norms:
        case ClauseKind::exception_to:
        case ClauseKind::could_lift:
            words.append(words_of(clause.parents));
            if (clause.kind == ClauseKind::could_lift) words.add(spell(Keyword::to) + " " + clause.words.front().text);
            break;
        case ClauseKind::alternative:
            words.add(clause.words[0]);
            if (clause.texts.size() > 1) words.add_text(clause.texts[1]);
            words.add(spell(Keyword::per));
            words.add(clause.words[1]);
            words.add_text(clause.texts[0]);
            break;
        case ClauseKind::whole_number:
        case ClauseKind::number_of:
            words.add(clause.words[0]);
            if (clause.words.size() < 3) break;
            words.add(spell(Keyword::from) + " " + clause.words[1].text);
            words.add(spell(Keyword::to) + " " + clause.words[2].text);
            break;
        case ClauseKind::season_days:
            words.add(year_day(clause.days[0]));
            words.add(spell(Keyword::to) + " " + year_day(clause.days[1]));
            break;
        case ClauseKind::absent_assume:
        case ClauseKind::fixed_as: words.add(assumed(clause.value)); break;
        case ClauseKind::setting:
        case ClauseKind::taken_as:
            for (const syntax::Word& word : clause.words) words.add(word);
            if (clause.value) words.add(assumed(clause.value));
            break;
        default:
            words.add_list(clause.words);
            for (const syntax::Text& text : clause.texts) words.add_text(text);
            break;
    }
    return words;
}

}  // namespace

Words words_of(const std::vector<syntax::NormReference>& references) {
    Words words;
    for (std::size_t i = 0; i < references.size(); ++i) {
        words.add(reference(references[i]));
        if (i + 1 < references.size()) words.attach(",");
    }
    return words;
}

void put_clause(Lines& lines, const Clause& clause, bool clock_table) {
    switch (clause.kind) {
        case ClauseKind::table: put_table(lines, indent_step, clause, clock_table); return;
        case ClauseKind::nodes: put_tree(lines, indent_step, clause.nodes); return;
        case ClauseKind::choice: put_choice(lines, indent_step, clause); return;
        case ClauseKind::absent_ask_when:
            put_conditional(lines, clause, Words(spell(Keyword::absent_ask) + " " + spell(Keyword::when)));
            return;
        case ClauseKind::blocking_when:
            put_conditional(lines, clause, Words(spell(Keyword::blocking) + " " + spell(Keyword::when)));
            return;
        default: break;
    }
    if (!clause.condition.empty()) {
        put_conditional(lines, clause, Words(clause.keyword.text));
        return;
    }
    simple(clause).fill(lines, indent_step, clause.span.begin);
}

Words words_of(const Clause& clause) { return simple(clause); }

}  // namespace labourlex::formatting
