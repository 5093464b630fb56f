# Reads "name, mode, floats, microseconds" and prints the best of each as a table, then the ratios that have targets.
{
    key = $1 FS $2 FS $3
    if (!($1 in seen)) { seen[$1] = 1; names[++count] = $1 }
    if (!(key in best) || $4 < best[key]) best[key] = $4
}

function cell(name, mode, floats) {
    return (name FS mode FS floats) in best ? sprintf("%.1f", best[name FS mode FS floats]) : ""
}

function ratio(what, name, mode, base, base_mode, target,    floats, value, line, k) {
    line = "| " what " |"
    for (k = 1; k <= 3; k++) {
        floats = sizes[k]
        if ((name FS mode FS floats) in best && (base FS base_mode FS floats) in best) {
            value = best[name FS mode FS floats] / best[base FS base_mode FS floats]
            line = line sprintf(" %.2f |", value)
            if (k == 1 && value > target) { failed = 1; line = line " above the target |" } else if (k == 1) line = line sprintf(" at most %.2f |", target)
        } else {
            line = line (k == 1 ? " | |" : " |")
        }
    }
    print line
}

END {
    sizes[1] = 256; sizes[2] = 65536; sizes[3] = 4194304
    print "Microseconds a call, best of the means; \"spin\" is CU_CTX_SCHED_SPIN."
    print ""
    print "| saxpy of | 256 floats | 256, spin | 65536 | 65536, spin | 4194304 | 4194304, spin |"
    print "| --- | --- | --- | --- | --- | --- | --- |"
    for (i = 1; i <= count; i++) {
        line = "| " names[i] " |"
        for (k = 1; k <= 3; k++)
            line = line " " cell(names[i], "default", sizes[k]) " | " cell(names[i], "spin", sizes[k]) " |"
        print line
    }
    hand = "hand-written: alloc, copy, launch, copy, free"
    launch = "hand-written: launch, synchronise"
    plain = "plain C: begin, kernel, end"
    split_site = "ours, split: begin, kernel, end"
    print ""
    print "| ratio | 256 floats | target | 65536 | 4194304 |"
    print "| --- | --- | --- | --- | --- |"
    ratio("fused, spin / hand-written", "ours, fused", "spin", hand, "default", 1.4)
    ratio("resident launch, spin / hand-written launch", "ours, resident: launch in an open region", "spin", launch, "default", 1.4)
    ratio("launch on device pointers, spin / hand-written launch", "ours, launch on device pointers", "spin", launch, "default", 1.4)
    ratio("split / plain C", split_site, "default", plain, "default", 1.05)
    ratio("split, spin / plain C, spin", split_site, "spin", plain, "spin", 1.05)
    exit failed
}
