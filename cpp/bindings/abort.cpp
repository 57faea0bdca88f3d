// The C++ library reports a failed allocation by a formatted message before it stops; that formatting (printf with
// all it needs) would be the largest function of the module. The trap alone says as much to JavaScript.
extern "C" [[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }
