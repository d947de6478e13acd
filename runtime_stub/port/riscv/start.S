/* SPDX-License-Identifier: MIT
   RV32 start-up: stack, paint, data, zeroes, main(). A trap ends the run with status 100 plus
   mcause. The CSR extension is named here and not by -march=rv32imac_zicsr, which would match
   none of GCC's libraries and silently link a 64-bit one. */
        .option arch, +zicsr
        .section .init, "ax"
        .globl _start
        .type _start, @function
_start: .option push
        .option norelax
        la      gp, __global_pointer$
        .option pop
        la      sp, __stack_top
        la      t0, trap
        csrw    mtvec, t0
        la      t0, __stack_limit
        li      t1, 0xC5C5C5C5
1:      sw      t1, 0(t0)
        addi    t0, t0, 4
        bltu    t0, sp, 1b
        la      a0, __data_load
        la      a1, __data_start
        la      a2, __data_end
2:      bgeu    a1, a2, 3f
        lw      t0, 0(a0)
        sw      t0, 0(a1)
        addi    a0, a0, 4
        addi    a1, a1, 4
        j       2b
3:      la      a1, __bss_start
        la      a2, __bss_end
4:      bgeu    a1, a2, 5f
        sw      zero, 0(a1)
        addi    a1, a1, 4
        j       4b
5:      .weak   guard_on
        lla     t0, guard_address
        lw      t0, 0(t0)
        beqz    t0, 6f
        jalr    t0
6:      call    main
        tail    finish
        .size _start, . - _start
        .balign 4
trap:   la      sp, __stack_top
        csrr    a0, mcause
        tail    trap_report

/* Semihosting is exactly these three instructions, uncompressed and not across a page. As inline
   assembly the linker could not relax around their alignment. */
        .section .text.semihost_call, "ax"
        .balign 16
        .globl  semihost_call
        .type   semihost_call, @function
        .option push
        .option norvc
        .option norelax
semihost_call:
        slli    zero, zero, 0x1f
        ebreak
        srai    zero, zero, 7
        ret
        .option pop
        .size   semihost_call, . - semihost_call

        .section .rodata.guard_address, "a"
        .balign 4
guard_address:
        .word   guard_on
