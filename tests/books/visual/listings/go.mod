module visual

go 1.27
