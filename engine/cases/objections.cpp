#include "engine/cases/objections.hpp"

#include "engine/facts/csv.hpp"

namespace labourlex {

std::map<std::string, Objection> read_objections(const Sources& sources, std::uint32_t source,
                                                 Diagnostics& diagnostics) {
    std::map<std::string, Objection> objections;
    const auto lines = read_csv(sources, source, diagnostics);
    if (!lines) return objections;
    const std::string header = "case,verdict,row,reason";
    std::string read;
    if (!lines->empty()) {
        for (const CsvColumn& column : lines->front()) read += (read.empty() ? "" : ",") + column.text;
    }
    if (read != header) {
        diagnostics.report(Code::L0588, lines->empty() ? Span{source, 0, 0} : lines->front().front().span, {header});
        return objections;
    }
    for (std::size_t i = 1; i < lines->size(); ++i) {
        const CsvLine& line = (*lines)[i];
        if (line.size() != 4) {
            diagnostics.report(Code::L0581, line.front().span, {std::to_string(line.size()), "4"});
        } else if (!objections.emplace(line[0].text, Objection{line[1].text, line[2].text, line[3].text}).second) {
            diagnostics.report(Code::L0582, line[0].span, {line[0].text});
        }
    }
    return objections;
}

}  // namespace labourlex
