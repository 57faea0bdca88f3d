// For loops over a tile that fills the registers: stands before one, which is then compiled as it is written.
//
// V8 takes the loads of a basic block first and computes behind them. With two turns of a loop in one, what they load
// and the sums are more than its registers, and half of it goes to the stack and back; its own unrolling tests between
// turns and has no such blocks.
#pragma once

#if defined(__clang__)
#define PLAYGROUND_TURN_BY_TURN _Pragma("clang loop unroll(disable)")
#else
#define PLAYGROUND_TURN_BY_TURN
#endif
