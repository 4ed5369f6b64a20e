// What a page of decision tables shows, whatever its format.
//
// The view decides everything that is to be read: the order (instrument, list, section, then the law's own order),
// which columns stand together, the words of every cell, what is said of evidence and doubt. A format only lays it out.
#pragma once

#include "engine/tables/decision_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace labourlex {

/// A table as shown. Columns about one subject are one column. A cell is empty where the fact does not matter.
struct TableView {
    struct Column {
        std::string title;
        std::string anchor;         ///< of the table that the column asks; empty for facts
        bool alternatives = false;  ///< the title is a whole part, "A or B"
    };
    struct Row {
        std::vector<std::string> cells;
        std::string gives;
    };
    std::string anchor;
    std::string title;  ///< of a part: "P3: any of these rows"
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string gives_title;       ///< title of the last column; empty where rows give nothing
    std::string note;              ///< said in place of rows where there are none
    std::vector<TableView> parts;  ///< parts first asked here, each once in a document
};

/// A named statement with its table: a norm, a definition, a limit ...
struct EntryView {
    std::string kind;    ///< "rule", "item" ...
    std::string name;    ///< full
    std::string number;  ///< the law's own: the last part of an item's name
    std::string title;
    std::string anchor;
    std::string gives;       ///< the class in words
    std::string instrument;  ///< title
    std::string provision;
    std::string url;
    std::string evidence;
    std::string list;  ///< heading of its list, or empty
    std::string section;
    std::vector<std::string> sheet_rows;
    std::vector<std::string> remarks;  ///< strength, blocking, what it is an exception to
    std::vector<std::string> notes;    ///< doubts of the encoders
    TableView table;
    std::vector<TableView> needs;  ///< none or one

    /// An exception as told below the norm that it speaks to.
    struct Exception {
        std::string text;
        std::string name;
        std::string anchor;
        std::vector<Exception> exceptions;
        bool told_above = false;  ///< stands at the head of its list
    };
    std::vector<Exception> exceptions;
    /// Those that are told below the norm itself.
    [[nodiscard]] std::vector<Exception> own_exceptions() const;
};

/// Entries under one heading, with headings below it.
struct GroupView {
    std::string title;  ///< empty: the entries stand directly under the group above
    std::string anchor;
    std::vector<std::string> lines;  ///< what is said before the entries
    std::vector<TableView> tables;   ///< an instrument's reach
    std::vector<EntryView> entries;
    std::vector<GroupView> groups;
    std::vector<EntryView::Exception> exceptions = {};  ///< of a list: those that speak to every item
};

struct OverviewRow {
    std::string name;
    std::string anchor;
    std::string title;
    std::string provision;
    std::string gives;
    std::string evidence;
    std::string exceptions;  ///< names of the norms that speak to it
};

struct DocumentView {
    std::string title;
    std::string ruleset;
    std::string how_to_read;
    std::string default_line;
    std::vector<OverviewRow> overview;
    std::vector<GroupView> groups;
};

[[nodiscard]] DocumentView make_view(const CompiledTables& tables);

}  // namespace labourlex
