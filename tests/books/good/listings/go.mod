module good

go 1.27
