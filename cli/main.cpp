// The labourlex command: finds the subcommand, reads its options, runs it, turns everything that can go wrong into a
// plain message and one of four exit codes.
//
// Only the subcommand's own options are declared in a run. That keeps the start short, and no file name can be mistaken
// for the name of another command.
#include "cli/application.hpp"

#include <cstdio>
#include <exception>

int main(int count, char** arguments) {
    using namespace labourlex::cli;
    try {
        return run({arguments + 1, arguments + (count > 0 ? count : 1)});
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "labourlex: internal error: %s\nThis is a defect of the program; please report it.\n",
                     problem.what());
    } catch (...) {
        std::fputs("labourlex: internal error\nThis is a defect of the program; please report it.\n", stderr);
    }
    return internal_error;
}
