# The device image as bytes; the assembler is told the file by -I and the name saxpy.image.
    .section .rodata
    .balign 16
    .globl image_begin, image_end
image_begin:
    .incbin "saxpy.image"
image_end:
    .section .note.GNU-stack, "", @progbits
