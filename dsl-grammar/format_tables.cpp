// Layout of tables: columns of one width, bars under bars.
#include "dsl-grammar/format_lines.hpp"
#include "dsl-grammar/keywords.hpp"

#include <algorithm>

namespace labourlex::formatting {

namespace {

std::string spell(Keyword keyword) {
    return std::string(spelling_of(keyword));
}

std::string amount(const syntax::Word& number, const syntax::Word& unit) {
    return unit.empty() ? number.text : number.text + " " + unit.text;
}

std::string relation(syntax::Relation each) {
    switch (each) {
        case syntax::Relation::under:
            return spell(Keyword::under);
        case syntax::Relation::over:
            return spell(Keyword::over);
        case syntax::Relation::at_least:
            return spell(Keyword::at_least);
        case syntax::Relation::at_most:
            return spell(Keyword::at_most);
    }
    return {};
}

std::string written_cell(const syntax::TableCell& cell) {
    using Kind = syntax::TableCell::Kind;
    switch (cell.kind) {
        case Kind::blank:
            return {};
        case Kind::words: {
            std::string result;
            for (const syntax::Word& word : cell.words) {
                if (!result.empty()) result += cell.listed ? ", " : " ";
                result += written(word);
            }
            return result;
        }
        case Kind::number:
            return amount(cell.number, cell.unit);
        case Kind::band_between:
            return cell.number.text + " " + spell(Keyword::to) + " " + amount(cell.high, cell.unit);
        case Kind::band_relation:
            return relation(cell.relation) + " " + amount(cell.number, cell.unit);
        case Kind::otherwise:
            return spell(Keyword::otherwise);
        case Kind::none:
            return spell(Keyword::none);
        case Kind::not_allowed:
            return spell(Keyword::not_allowed);
        case Kind::unseen_above:
            return spell(Keyword::unseen_above) + " " + amount(cell.number, cell.unit);
        case Kind::known_between:
            return spell(Keyword::from) + " " + cell.number.text + " " + spell(Keyword::to) + " " +
                   spell(Keyword::under) + " " + amount(cell.high, cell.unit);
        case Kind::condition:
            return words_of(cell.condition.front()).joined();
        case Kind::time:
            return cell.number.text;
    }
    return {};
}

}  // namespace

void put_table(Lines& lines, std::size_t indent, const syntax::Clause& table, bool clock) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint32_t> anchors;
    if (clock) {
        rows.push_back({spell(Keyword::when), spell(Keyword::from), spell(Keyword::to)});
        anchors.push_back(table.span.begin);
    }
    for (const syntax::TableRow& row : table.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (const syntax::TableCell& cell : row.cells) cells.push_back(written_cell(cell));
        anchors.push_back(row.span.begin);
    }
    std::vector<std::size_t> widths;
    for (const auto& cells : rows) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width_of(cells[i]));
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::string text = "|";
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            const std::string& cell = rows[row][i];
            text += " " + cell + std::string(widths[i] - width_of(cell), ' ') + " |";
        }
        lines.push_back({indent, std::move(text), anchors[row]});
    }
}

}  // namespace labourlex::formatting
