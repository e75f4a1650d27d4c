module handbook

go 1.27
