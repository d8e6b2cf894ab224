return {"SAID", ARGV[1]}
